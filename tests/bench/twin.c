/*
 * The plain C that the fused engine is held against: the same training, one loop after the other,
 * numbers by unit so that every inner loop runs over neighbouring examples and the compiler can
 * vectorise it. ReLU, full batch, gradient descent, L2; one logistic output or a softmax.
 *
 *     twin FILE EPOCHS      prints "microseconds-per-epoch sum-of-squared-weights"
 *
 * FILE is what twinFile.ts writes.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LAYERS 16

static int layers, units[LAYERS + 1], m, softmax;
static float rate, decay, *y;
static float *W[LAYERS], *b[LAYERS], *gW[LAYERS], *gb[LAYERS]; /* W: [out][in] */
static float *A[LAYERS + 1], *D[LAYERS + 1];                   /* outputs and deltas: [unit][example] */

static float *numbers(size_t count) {
	void *memory;
	if (posix_memalign(&memory, 64, count * sizeof(float) + 64)) exit(1);
	return memset(memory, 0, count * sizeof(float) + 64);
}

static void forward(void) {
	for (int l = 0; l < layers; l++) {
		int inputs = units[l], outputs = units[l + 1];
		for (int n = 0; n < outputs; n++) {
			float *restrict z = A[l + 1] + (size_t)n * m;
			for (int e = 0; e < m; e++) z[e] = b[l][n];
			for (int k = 0; k < inputs; k++) {
				float w = W[l][n * inputs + k];
				const float *restrict a = A[l] + (size_t)k * m;
				for (int e = 0; e < m; e++) z[e] += w * a[e];
			}
			if (l < layers - 1)
				for (int e = 0; e < m; e++) z[e] = z[e] > 0 ? z[e] : 0;
		}
	}
}

static void output_delta(void) {
	float *restrict z = A[layers], *restrict d = D[layers], share = 1.f / m;
	int classes = units[layers];
	if (!softmax) {
		for (int e = 0; e < m; e++) d[e] = (1 / (1 + expf(-z[e])) - y[e]) * share;
		return;
	}
	float *restrict most = D[0], *restrict sum = D[0] + m;
	for (int e = 0; e < m; e++) most[e] = z[e], sum[e] = 0;
	for (int n = 1; n < classes; n++)
		for (int e = 0; e < m; e++) most[e] = z[(size_t)n * m + e] > most[e] ? z[(size_t)n * m + e] : most[e];
	for (int n = 0; n < classes; n++)
		for (int e = 0; e < m; e++) sum[e] += d[(size_t)n * m + e] = expf(z[(size_t)n * m + e] - most[e]);
	for (int n = 0; n < classes; n++)
		for (int e = 0; e < m; e++) d[(size_t)n * m + e] = (d[(size_t)n * m + e] / sum[e] - (y[e] == n)) * share;
}

static void backward(void) {
	for (int l = layers - 1; l >= 0; l--) {
		int inputs = units[l], outputs = units[l + 1];
		for (int n = 0; n < outputs; n++) {
			const float *restrict d = D[l + 1] + (size_t)n * m;
			float s = 0;
			for (int e = 0; e < m; e++) s += d[e];
			gb[l][n] = s;
			for (int k = 0; k < inputs; k++) {
				const float *restrict a = A[l] + (size_t)k * m;
				float g = 0;
				for (int e = 0; e < m; e++) g += d[e] * a[e];
				gW[l][n * inputs + k] = g;
			}
		}
		for (int k = 0; l > 0 && k < inputs; k++) {
			float *restrict below = D[l] + (size_t)k * m;
			const float *restrict a = A[l] + (size_t)k * m;
			for (int e = 0; e < m; e++) below[e] = 0;
			for (int n = 0; n < outputs; n++) {
				float w = W[l][n * inputs + k];
				const float *restrict d = D[l + 1] + (size_t)n * m;
				for (int e = 0; e < m; e++) below[e] += w * d[e];
			}
			for (int e = 0; e < m; e++) below[e] = a[e] > 0 ? below[e] : 0;
		}
	}
}

static void update(void) {
	for (int l = 0; l < layers; l++) {
		for (int i = 0; i < units[l] * units[l + 1]; i++) W[l][i] -= rate * (gW[l][i] + decay * W[l][i]);
		for (int i = 0; i < units[l + 1]; i++) b[l][i] -= rate * gb[l][i];
	}
}

static void load(const char *path) {
	FILE *file = fopen(path, "rb");
	int head[3];
	float rates[2];
	size_t read = fread(head, 4, 3, file);
	m = head[0], softmax = head[1], layers = head[2];
	read += fread(units, 4, layers + 1, file) + fread(rates, 4, 2, file);
	rate = rates[0], decay = rates[1];
	for (int l = 0; l <= layers; l++) A[l] = numbers((size_t)units[l] * m), D[l] = numbers((size_t)(units[l] + 1) * m);
	read += fread(A[0], 4, (size_t)units[0] * m, file) + fread(y = numbers(m), 4, m, file);
	for (int l = 0; l < layers; l++) {
		size_t count = (size_t)units[l] * units[l + 1];
		gW[l] = numbers(count), gb[l] = numbers(units[l + 1]);
		read += fread(W[l] = numbers(count), 4, count, file) + fread(b[l] = numbers(units[l + 1]), 4, units[l + 1], file);
	}
	if (read == 0 || ferror(file)) exit(1);
	fclose(file);
}

int main(int count, char **arguments) {
	if (count < 3) return 1;
	load(arguments[1]);
	int epochs = atoi(arguments[2]);
	struct timespec start, end;
	clock_gettime(CLOCK_MONOTONIC, &start);
	for (int epoch = 0; epoch < epochs; epoch++) forward(), output_delta(), backward(), update();
	clock_gettime(CLOCK_MONOTONIC, &end);
	double squares = 0;
	for (int l = 0; l < layers; l++)
		for (int i = 0; i < units[l] * units[l + 1]; i++) squares += (double)W[l][i] * W[l][i];
	double nanoseconds = (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec);
	printf("%.6f %.9g\n", nanoseconds / 1e3 / epochs, squares);
}
