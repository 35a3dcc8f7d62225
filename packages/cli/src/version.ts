/** The version of the command line and of everything in it. */
export const version = '0.1.0';
