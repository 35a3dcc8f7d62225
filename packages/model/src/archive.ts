/** One entry of an archive of the project, as it was read on the controller. */
export type ArchiveMember = {
  /**
   * Path as stored, without `.` parts, doubled slashes and a slash at the end. It may begin with a slash or hold `..`: who unpacks
   * it judges that.
   */
  readonly path: string;
  readonly type: 'file' | 'directory' | 'link' | 'other';
  /** Permission bits, four octal digits without setuid, setgid and sticky; absent where the archive tells none. */
  readonly mode?: string;
  /** Seconds since 1970; absent where the archive tells none. */
  readonly modified?: number;
  /** Of a regular file; hard links are told as files of their own. */
  readonly sizeBytes?: number;
  readonly sha256?: string;
  /** Where the content of a regular file begins in the body, which is the contents of all files one after the other. */
  readonly offset?: number;
  /** Where a symbolic link leads, as stored. */
  readonly target?: string;
  /** What an entry of type `other` is: `a character device`, `a hard link to ../x, which is no file of the archive`. */
  readonly what?: string;
};
