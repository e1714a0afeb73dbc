package org.iommuscope.model.verdict;

/** The error numbers that the attach path answers with, and the C library's words for them. */
public enum Errno {
  EACCES("Permission denied"),
  EADDRINUSE("Address already in use"),
  EBADF("Bad file descriptor"),
  EBADFD("File descriptor in bad state"),
  EBUSY("Device or resource busy"),
  EEXIST("File exists"),
  EINVAL("Invalid argument"),
  EIO("Input/output error"),
  ENODEV("No such device"),
  ENOENT("No such file or directory"),
  ENOMEM("Cannot allocate memory"),
  ENOSPC("No space left on device"),
  ENOTTY("Inappropriate ioctl for device"),
  EPERM("Operation not permitted"),
  ERANGE("Numerical result out of range"),
  ESRCH("No such process"),
  EUSERS("Too many users");

  private final String words;

  Errno(String words) {
    this.words = words;
  }

  /** What strerror says. */
  public String words() {
    return words;
  }
}
