/**
 * Names that a new home directory may start with: the content of /etc/skel on Debian, Ubuntu, Fedora, RHEL and SUSE. A resource that
 * declares one of them after the user cannot know what it will find.
 */
export const skeletonNames: readonly string[] = [
  '.bash_history',
  '.bash_logout',
  '.bash_profile',
  '.bashrc',
  '.emacs',
  '.kshrc',
  '.profile',
  '.vimrc',
  '.zshrc',
];
