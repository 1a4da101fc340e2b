# Trains R's packages with the values that the converter gives, all in one process.
#
# Standard input, fields separated by tabs: a line `row` with the features of each point; a line `targets` for each loss,
# with its name and m numbers; a line for each case, `case`, name, library, loss, value.
# Standard output: a line for each case, its name and its weights, class by class.

suppressPackageStartupMessages({
  library(glmnet)
  library(nnet)
  library(MASS)
})

fields <- strsplit(readLines(file("stdin")), "\t")
of_kind <- function(kind) lapply(Filter(function(line) line[1] == kind, fields), function(line) line[-1])
X <- do.call(rbind, lapply(of_kind("row"), as.numeric))
targets <- list()
for (line in of_kind("targets")) targets[[line[1]]] <- as.numeric(line[-1])

fit_glmnet <- function(y, value, family, alpha) {
  as.vector(glmnet(X, y, family = family, alpha = alpha, lambda = value, standardize = FALSE, thresh = 1e-20)$beta)
}

# A network without a hidden layer is a linear model; its weights stand output by output, the bias first. The biases'
# decay is 0, as for the minimiser that it is compared with.
fit_nnet <- function(y, value, loss) {
  softmax <- loss == "softmax-cross-entropy"
  outputs <- if (softmax) 3 else 1
  decay <- rep(c(0, rep(value, ncol(X))), outputs)
  found <- nnet(X, if (softmax) class.ind(y) else y, size = 0, skip = TRUE, decay = decay, softmax = softmax,
    entropy = loss == "binary-cross-entropy", linout = grepl("squared-error", loss), maxit = 10000,
    reltol = 1e-16, abstol = 1e-16, trace = FALSE)
  as.vector(matrix(found$wts, ncol(X) + 1)[-1, ])
}

fit <- function(library, y, value, loss) {
  switch(library,
    "glmnet-binomial" = fit_glmnet(y, value, "binomial", 0),
    "glmnet-gaussian" = fit_glmnet(y, value, "gaussian", 0),
    "glmnet-lasso" = fit_glmnet(y, value, "gaussian", 1),
    "r-nnet" = fit_nnet(y, value, loss),
    "r-lm-ridge" = unname(lm.ridge(y ~ X, lambda = value)$coef)
  )
}

set.seed(1)
for (case in of_kind("case")) {
  weights <- fit(case[2], targets[[case[3]]], as.numeric(case[4]), case[3])
  cat(case[1], format(weights, digits = 17), sep = "\t")
  cat("\n")
}
