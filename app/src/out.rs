//! What commands say: lines on standard output for whoever asked, complaints on standard error.
//!
//! Whoever reads them may go away in the middle, as in `broadside campaign check DIR | head -1`. The rest is not
//! written then, and the command does what it has to do to its end. Any other failure to write, a full disk
//! among them, ends in a complaint and a bad exit code.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

static FAILED: AtomicBool = AtomicBool::new(false);

/// A line of what was asked for.
macro_rules! tell {
    ($($words:tt)*) => { $crate::out::told(format_args!($($words)*)) };
}

/// A line about what went wrong.
macro_rules! complain {
    ($($words:tt)*) => { $crate::out::complained(format_args!($($words)*)) };
}

pub fn told(words: Arguments) {
    if let Err(error) = written(io::stdout().lock(), words) {
        FAILED.store(true, Ordering::Relaxed);
        complained(format_args!("broadside: standard output cannot be written: {error}"));
    }
}

pub fn complained(words: Arguments) {
    // Where standard error is broken too, there is nobody left to tell.
    let _ = written(io::stderr().lock(), words);
}

fn written(mut out: impl Write, words: Arguments) -> io::Result<()> {
    match writeln!(out, "{words}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// The command's own exit code, unless what it had to say was lost.
pub fn code(code: ExitCode) -> ExitCode {
    if FAILED.load(Ordering::Relaxed) { ExitCode::FAILURE } else { code }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Broken(ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn only_a_reader_who_went_away_is_passed_over() {
        assert!(written(Broken(ErrorKind::BrokenPipe), format_args!("a line")).is_ok());
        assert!(written(Broken(ErrorKind::StorageFull), format_args!("a line")).is_err());
    }
}
