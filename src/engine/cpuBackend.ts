/**
 * TensorFlow.js's CPU backend with the kernels that this project uses, of the 170 that it has: registering
 * all of them makes the Worker half as large again. A missing one says so by its name when it is called.
 */
import '@tensorflow/tfjs-backend-cpu/dist/base';
import { absConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Abs';
import { addConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Add';
import { argMaxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ArgMax';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/BatchMatMul';
import { castConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cast';
import { equalConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Equal';
import { expConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Exp';
import { fillConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Fill';
import { gatherV2Config } from '@tensorflow/tfjs-backend-cpu/dist/kernels/GatherV2';
import { greaterConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Greater';
import { identityConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity';
import { logConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Log';
import { maxConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Max';
import { meanConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Mean';
import { multiplyConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Multiply';
import { negConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Neg';
import { oneHotConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/OneHot';
import { realDivConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/RealDiv';
import { reluConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Relu';
import { reshapeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reshape';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sigmoid';
import { signConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sign';
import { softplusConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Softplus';
import { sqrtConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sqrt';
import { squareConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Square';
import { stepConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Step';
import { subConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sub';
import { sumConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sum';
import { tanhConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Tanh';
import { tileConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Tile';
import { transposeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Transpose';
import { zerosLikeConfig } from '@tensorflow/tfjs-backend-cpu/dist/kernels/ZerosLike';
import { type KernelConfig, registerKernel } from '@tensorflow/tfjs-core';

const KERNELS: readonly KernelConfig[] = [
	absConfig,
	addConfig,
	argMaxConfig,
	batchMatMulConfig,
	castConfig,
	equalConfig,
	expConfig,
	fillConfig,
	gatherV2Config,
	greaterConfig,
	identityConfig,
	logConfig,
	maxConfig,
	meanConfig,
	multiplyConfig,
	negConfig,
	oneHotConfig,
	realDivConfig,
	reluConfig,
	reshapeConfig,
	sigmoidConfig,
	signConfig,
	softplusConfig,
	sqrtConfig,
	squareConfig,
	stepConfig,
	subConfig,
	sumConfig,
	tanhConfig,
	tileConfig,
	transposeConfig,
	zerosLikeConfig,
];

for (const kernel of KERNELS) registerKernel(kernel);
