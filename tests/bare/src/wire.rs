//! The encodings, with the features they come with.

use tokenmint::Field;
use tokenmint::output::Writer;
use tokenmint::internals::wire::decimal::{Decimal, parse_u32};
use tokenmint::internals::wire::hex::{self, Case};
use tokenmint::internals::wire::http_date;
use tokenmint::internals::wire::packing::{self, Reader};
use tokenmint::internals::wire::percent::{self, Style};

use crate::{Memory, part, part_mut, status, text};

#[unsafe(no_mangle)]
extern "C" fn bare_hex(input: &Memory, len: usize, upper: bool, out: &mut Memory) -> bool {
    let case = if upper { Case::Upper } else { Case::Lower };
    hex::encode(part(input, len), case, out);
    match hex::decode::<32>(part(input, len)) {
        Some(bytes) => {
            part_mut(out, bytes.len()).copy_from_slice(&bytes);
            true
        }
        None => false,
    }
}

#[unsafe(no_mangle)]
extern "C" fn bare_decimal(input: &Memory, len: usize, value: u64, out: &mut Memory) -> i32 {
    let mut writer = Writer::new(out);
    writer.put(Decimal::padded(value, len).as_bytes());
    writer.put_str(Decimal::new(parse_u32(text(input, len)).unwrap_or(0).into()).as_str());
    status(writer.finish_str().map(str::len))
}

#[unsafe(no_mangle)]
extern "C" fn bare_packing(input: &Memory, len: usize, out: &mut Memory, cap: usize) -> i32 {
    let mut reader = Reader::new(part(input, len));
    let mut writer = Writer::new(part_mut(out, cap));
    status((|| {
        let count = packing::count(Field::Services, usize::from(reader.u16()?))?;
        packing::put_u16(&mut writer, count);
        packing::put_u32(&mut writer, reader.u32()?);
        packing::put_u16(&mut writer, reader.i16()?.unsigned_abs());
        packing::put_string(&mut writer, Field::Channel, reader.string()?)?;
        packing::put_string(&mut writer, Field::Account, reader.text()?.as_bytes())?;
        writer.put(reader.rest());
        writer.finish().map(|written| written.len())
    })())
}

#[cfg(any(
    feature = "agora",
    feature = "zego",
    feature = "ath",
    feature = "authing"
))]
#[unsafe(no_mangle)]
extern "C" fn bare_base64(input: &Memory, len: usize, out: &mut Memory, cap: usize) -> i32 {
    use tokenmint::internals::wire::base64;

    let input = part(input, len);
    let out = part_mut(out, cap);
    let mut writer = Writer::new(out);
    base64::put(&mut writer, input);
    base64::put_url(&mut writer, input);
    status((|| {
        let text = writer.finish()?;
        base64::encode_at(text, 3, len)?;
        base64::decode(input, 0, text)?;
        base64::decode_url(input, 0, text).map(|bytes| bytes.len())
    })())
}

#[cfg(feature = "agora")]
#[unsafe(no_mangle)]
extern "C" fn bare_crc32(input: &Memory, len: usize) -> u32 {
    tokenmint::internals::wire::crc32::crc32(part(input, len))
}

#[cfg(feature = "agora")]
#[unsafe(no_mangle)]
extern "C" fn bare_zlib(
    input: &Memory,
    len: usize,
    scratch: &mut tokenmint::zlib::ExactScratch<256>,
    out: &mut Memory,
    cap: usize,
) -> i32 {
    use tokenmint::internals::wire::zlib::{Compression, ExactRef, Fixed, Stored, inflate};

    let input = part(input, len);
    let out = part_mut(out, cap);
    status((|| {
        let stored = Stored.compress(input, out)?;
        let fixed = Fixed.compress(input, out)?;
        let exact = ExactRef::new(scratch).compress(input, out)?;
        Ok(stored ^ fixed ^ exact ^ inflate(input, out)?)
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_percent(input: &Memory, len: usize, form: bool, out: &mut Memory) -> i32 {
    let style = if form { Style::Form } else { Style::Component };
    let input = part(input, len);
    status((|| {
        let mut writer = Writer::new(out);
        percent::put(&mut writer, text(input, len), style);
        let written = writer.finish()?;
        let sum = percent::encoded_len(input, style) ^ percent::decoded_len(input, style)?;
        Ok(sum ^ percent::decode(input, style, written)?.len())
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_http_date(input: &Memory, len: usize, unix_seconds: u64) -> u64 {
    let written = http_date::encode(unix_seconds).map_or(0, |date| u64::from(date[0]));
    written ^ http_date::parse(part(input, len)).unwrap_or(0)
}

#[cfg(any(feature = "ath", feature = "authing"))]
#[unsafe(no_mangle)]
extern "C" fn bare_pkce(input: &Memory, len: usize, octets: bool, out: &mut [u8; 43]) -> i32 {
    use tokenmint::pkce::Verifier;

    let verifier = if octets {
        Verifier::from_octets(part(input, len))
    } else {
        Verifier::new(text(input, len))
    };
    status(verifier.map(|verifier| {
        let challenge = verifier.challenge();
        for (to, from) in out.iter_mut().zip(challenge.as_str().bytes()) {
            *to = from;
        }
        usize::from(verifier.matches(text(input, 43)))
    }))
}
