/** The largest YAML or template file that is read. */
export const maxFileBytes = 10 * 1024 * 1024;

/** How deep lists and maps may stand in each other. */
export const maxDepth = 100;

/** How many aliases one document may expand, counted through aliases of aliases. */
export const maxAliasExpansions = 10_000;

/** How many diagnostics one file may give; a file with more is broken in one way that needs no thousand examples. */
export const maxDiagnosticsPerFile = 1000;
