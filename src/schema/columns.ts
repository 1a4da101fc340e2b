/** Columns of a conversion as a table: one row a library. */
export const CONVERSION_COLUMNS = ['library', 'parameter', 'value', 'exact'] as const;

/** Columns of what an experiment measured as a table: one row a number. */
export const MEASURED_COLUMNS = ['measured', 'value', 'low', 'high'] as const;
