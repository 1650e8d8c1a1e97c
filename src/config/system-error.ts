/** What an error of the system means, in plain words. */
export function reasonOf(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'is a folder';
    case 'ENAMETOOLONG':
      return 'the name is too long';
    case 'ELOOP':
      return 'a symbolic link that leads to itself';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a part of the path is no folder';
    case 'ENOSPC':
      return 'no space is left on the disk';
    case 'EROFS':
      return 'the disk can only be read';
    case 'EMFILE':
      return 'too many files are open';
    default:
      return message;
  }
}
