//! The DS3231 real-time clock, over I2C.
//!
//! | register | content, packed decimal |
//! |---|---|
//! | 0x00-0x02 | seconds, minutes, hours (24 h when bit 6 is clear) |
//! | 0x03 | day of the week |
//! | 0x04-0x06 | day, month with the century in bit 7, year |
//! | 0x0f | status; bit 7: the oscillator has stopped since it was set |
//!
//! Source: the data sheet of the chip (Analog Devices, DS3231). The clock runs
//! in UTC, and its years are 2000 to 2099.

use embedded_hal::i2c::I2c;

use crate::device::Clock;

const ADDRESS: u8 = 0x68;
const SECONDS: u8 = 0x00;
const STATUS: u8 = 0x0f;
const OSCILLATOR_STOPPED: u8 = 0x80;
const TWELVE_HOURS: u8 = 0x40;

/// The clock at the end of an I2C bus.
#[derive(Debug)]
pub struct Ds3231<I> {
    bus: I,
}

/// Why there is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error<E> {
    /// The bus failed.
    Bus(E),
    /// The clock has stood still since it was set: its time is worth nothing.
    NotSet,
    /// The registers hold no date, or hours in the 12-hour form.
    NoDate,
}

impl<I: I2c> Ds3231<I> {
    /// A clock on `bus`.
    pub const fn new(bus: I) -> Self {
        Self { bus }
    }

    /// Gives the bus back.
    pub fn release(self) -> I {
        self.bus
    }
}

impl<I: I2c> Clock for Ds3231<I> {
    type Error = Error<I::Error>;

    fn unix_seconds(&mut self) -> Result<u32, Self::Error> {
        let mut status = [0];
        let mut date = [0; 7];
        self.bus
            .write_read(ADDRESS, &[STATUS], &mut status)
            .map_err(Error::Bus)?;
        if status[0] & OSCILLATOR_STOPPED != 0 {
            return Err(Error::NotSet);
        }
        // In one transfer: the chip holds all of them still meanwhile.
        self.bus
            .write_read(ADDRESS, &[SECONDS], &mut date)
            .map_err(Error::Bus)?;
        unix_seconds(date).ok_or(Error::NoDate)
    }
}

fn unix_seconds([seconds, minutes, hours, _, day, month, year]: [u8; 7]) -> Option<u32> {
    if hours & TWELVE_HOURS != 0 {
        return None;
    }
    let seconds = decimal(seconds, 0, 59)?;
    let minutes = decimal(minutes, 0, 59)?;
    let hours = decimal(hours, 0, 23)?;
    let year = decimal(year, 0, 99)?;
    let month = decimal(month & 0x7f, 1, 12)?;
    let day = decimal(day, 1, days_of(month, year))?;

    // 2000 is a leap year, and so is every fourth after it until 2099.
    let before_year = year * 365 + year.div_ceil(4);
    let before_month: u32 = (1..month).map(|month| days_of(month, year)).sum();
    let days = before_year + before_month + day - 1;
    Some(((days * 24 + hours) * 60 + minutes) * 60 + seconds + YEAR_2000)
}

/// 1 January 2000, 00:00 UTC.
const YEAR_2000: u32 = 946_684_800;

fn days_of(month: u32, year: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Two packed decimal digits, if they are within the range.
fn decimal(byte: u8, min: u32, max: u32) -> Option<u32> {
    let (tens, ones) = (u32::from(byte >> 4), u32::from(byte & 0x0f));
    let number = tens * 10 + ones;
    (tens <= 9 && ones <= 9 && (min..=max).contains(&number)).then_some(number)
}

#[cfg(test)]
mod tests {
    use embedded_hal::i2c::ErrorKind;
    use embedded_hal_mock::eh1::i2c::{Mock, Transaction};

    use super::*;

    /// What the bus carries when the clock shows `date`.
    fn read(date: [u8; 7]) -> Result<u32, Error<ErrorKind>> {
        let mut bus = Mock::new(&[
            Transaction::write_read(ADDRESS, vec![STATUS], vec![0x08]),
            Transaction::write_read(ADDRESS, vec![SECONDS], date.to_vec()),
        ]);
        let result = Ds3231::new(&mut bus).unix_seconds();
        bus.done();
        result
    }

    #[test]
    fn dates() {
        // Unix seconds from `date -u -d ... +%s`.
        let cases = [
            ([0x00, 0x00, 0x00, 7, 0x01, 0x01, 0x00], 946_684_800),
            ([0x20, 0x13, 0x22, 3, 0x14, 0x11, 0x23], 1_700_000_000),
            ([0x59, 0x59, 0x23, 4, 0x29, 0x02, 0x24], 1_709_251_199),
            ([0x00, 0x00, 0x00, 5, 0x01, 0x03, 0x24], 1_709_251_200),
            ([0x59, 0x59, 0x23, 5, 0x31, 0x12, 0x99], 4_102_444_799),
            // The century bit is set after 2099 was left once; it does not count.
            ([0x00, 0x00, 0x00, 1, 0x01, 0x83, 0x01], 983_404_800),
        ];
        for (date, seconds) in cases {
            assert_eq!(read(date), Ok(seconds), "{date:02x?}");
        }
    }

    #[test]
    fn what_is_no_date() {
        let good = [0x20, 0x13, 0x22, 3, 0x14, 0x11, 0x23];
        assert!(read(good).is_ok());
        let cases = [
            (0, 0x60),
            (0, 0x0a),
            (1, 0x60),
            (2, 0x24),
            (2, 0x52),
            (4, 0x00),
            (4, 0x31),
            (5, 0x00),
            (5, 0x13),
            (6, 0xa0),
        ];
        for (register, byte) in cases {
            let mut date = good;
            date[register] = byte;
            assert_eq!(read(date), Err(Error::NoDate), "{date:02x?}");
        }
        let no_leap_day = [0x00, 0x00, 0x00, 3, 0x29, 0x02, 0x23];
        assert_eq!(read(no_leap_day), Err(Error::NoDate));
    }

    #[test]
    fn a_clock_that_stood_still_has_no_time() {
        let mut bus = Mock::new(&[Transaction::write_read(ADDRESS, vec![STATUS], vec![0x88])]);
        assert_eq!(Ds3231::new(&mut bus).unix_seconds(), Err(Error::NotSet));
        bus.done();
    }

    #[test]
    fn a_bus_that_fails() {
        let failing = [Transaction::write_read(ADDRESS, vec![STATUS], vec![0])
            .with_error(ErrorKind::ArbitrationLoss)];
        let mut clock = Ds3231::new(Mock::new(&failing));
        let error = Error::Bus(ErrorKind::ArbitrationLoss);
        assert_eq!(clock.unix_seconds(), Err(error));
        clock.release().done();
    }
}
