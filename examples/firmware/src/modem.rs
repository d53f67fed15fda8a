//! A modem on a serial line, which opens one connection at a time and carries
//! its bytes. On a device this is its network stack, with TLS on top.
//!
//! Both sides send frames: a kind, the number of the connection, how many bytes
//! follow, and these.
//!
//! | kind | from the board | to the board |
//! |---|---|---|
//! | `o` | open a connection; the bytes name the host | |
//! | `d` | bytes to send | bytes that came |
//! | `c` | close it | it is over, or was never there |
//! | `b` | | somebody has pressed the button |

use embedded_io::{Read, ReadExactError, ReadReady, Write};

/// The most bytes of a frame.
const MOST: usize = 255;

/// What came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// So many bytes of the connection.
    Bytes(usize),
    /// The connection is over, or was never there.
    Closed,
    /// Somebody has pressed the button.
    Button,
}

/// The modem on a serial line.
#[derive(Debug)]
pub struct Modem<L> {
    line: L,
    connection: u8,
}

impl<L: Read + ReadReady + Write> Modem<L> {
    /// The modem on this line.
    pub const fn new(line: L) -> Self {
        Self {
            line,
            connection: 0,
        }
    }

    /// Opens a connection; one that was open is forgotten.
    ///
    /// # Errors
    ///
    /// Those of the line.
    pub fn open(&mut self, host: &str) -> Result<(), L::Error> {
        self.connection = self.connection.wrapping_add(1);
        self.frame(b'o', host.as_bytes())
    }

    /// Sends bytes on the connection.
    ///
    /// # Errors
    ///
    /// Those of the line.
    pub fn send(&mut self, bytes: &[u8]) -> Result<(), L::Error> {
        bytes
            .chunks(MOST)
            .try_for_each(|part| self.frame(b'd', part))
    }

    /// Closes the connection.
    ///
    /// # Errors
    ///
    /// Those of the line.
    pub fn close(&mut self) -> Result<(), L::Error> {
        self.frame(b'c', &[])
    }

    /// What came, without waiting for the begin of a frame; nothing when there is
    /// none, or one of a connection that is forgotten.
    ///
    /// # Errors
    ///
    /// Those of the line, and its end within a frame.
    pub fn poll(
        &mut self,
        bytes: &mut [u8; MOST],
    ) -> Result<Option<Event>, ReadExactError<L::Error>> {
        if !self.line.read_ready().map_err(ReadExactError::Other)? {
            return Ok(None);
        }
        let mut head = [0; 3];
        self.line.read_exact(&mut head)?;
        let [kind, connection, len] = head;
        let len = usize::from(len);
        if let Some(bytes) = bytes.get_mut(..len) {
            self.line.read_exact(bytes)?;
        }
        Ok(match kind {
            b'b' => Some(Event::Button),
            b'd' if connection == self.connection => Some(Event::Bytes(len)),
            b'c' if connection == self.connection => Some(Event::Closed),
            _ => None,
        })
    }

    fn frame(&mut self, kind: u8, bytes: &[u8]) -> Result<(), L::Error> {
        // The callers see to it that it fits.
        let len = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
        self.line.write_all(&[kind, self.connection, len])?;
        self.line.write_all(&bytes[..usize::from(len)])?;
        self.line.flush()
    }
}

#[cfg(test)]
mod tests {
    use embedded_io::ErrorType;

    use super::*;

    /// A line on which these bytes come, and which keeps what is sent.
    #[derive(Debug, Default)]
    struct Line {
        comes: Vec<u8>,
        sent: Vec<u8>,
    }

    impl ErrorType for Line {
        type Error = core::convert::Infallible;
    }

    impl Read for Line {
        fn read(&mut self, bytes: &mut [u8]) -> Result<usize, Self::Error> {
            let len = bytes.len().min(self.comes.len());
            bytes[..len].copy_from_slice(&self.comes[..len]);
            self.comes.drain(..len);
            Ok(len)
        }
    }

    impl ReadReady for Line {
        fn read_ready(&mut self) -> Result<bool, Self::Error> {
            Ok(!self.comes.is_empty())
        }
    }

    impl Write for Line {
        fn write(&mut self, bytes: &[u8]) -> Result<usize, Self::Error> {
            self.sent.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> Result<(), Self::Error> {
            Ok(())
        }
    }

    #[test]
    fn long_requests_are_several_frames() {
        let mut modem = Modem::new(Line::default());
        modem.open("host").unwrap();
        modem.send(&[7; 256]).unwrap();
        modem.close().unwrap();
        let sent = modem.line.sent;
        assert_eq!(sent[..7], *b"o\x01\x04host");
        assert_eq!(sent[7..11], *b"d\x01\xff\x07");
        assert_eq!(sent[265..], *b"d\x01\x01\x07c\x01\x00");
    }

    #[test]
    fn what_comes_of_an_earlier_connection_is_forgotten() {
        let mut modem = Modem::new(Line::default());
        modem.line.comes = b"d\x01\x02okb\x00\x00c\x01\x00d\x02\x01!".to_vec();
        let mut bytes = [0; MOST];
        modem.open("host").unwrap();
        assert_eq!(modem.poll(&mut bytes).unwrap(), Some(Event::Bytes(2)));
        assert_eq!(bytes[..2], *b"ok");
        modem.open("host").unwrap();
        assert_eq!(modem.poll(&mut bytes).unwrap(), Some(Event::Button));
        assert_eq!(modem.poll(&mut bytes).unwrap(), None);
        assert_eq!(modem.poll(&mut bytes).unwrap(), Some(Event::Bytes(1)));
        assert_eq!(modem.poll(&mut bytes).unwrap(), None);
    }

    #[test]
    fn a_line_that_ends_within_a_frame_is_an_error() {
        let mut modem = Modem::new(Line::default());
        modem.line.comes = b"d\x00".to_vec();
        let ended = modem.poll(&mut [0; MOST]);
        assert_eq!(ended, Err(ReadExactError::UnexpectedEof));
    }
}
