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
    case 'ENOTEMPTY':
      return 'the folder is not empty';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'another program is using it';
    case 'EDQUOT':
      return 'the quota of the disk is used up';
    case 'EFBIG':
      return 'the file is too large';
    case 'EIO':
      return 'the disk could not be read or written';
    case 'EXDEV':
      return 'it lies on another disk';
    case 'ENOSPC':
      return 'no space is left on the disk';
    case 'EROFS':
      return 'the disk can only be read';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    default:
      // `ENODEV: no such device, open 'x'`: what lies between says it.
      return /^E[A-Z0-9]+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(message)?.[1] ?? message;
  }
}

/** Whether an error came from the system, and not from a fault of a program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  const {code, syscall} = error as NodeJS.ErrnoException;
  return error instanceof Error && typeof code === 'string' && typeof syscall === 'string';
}
