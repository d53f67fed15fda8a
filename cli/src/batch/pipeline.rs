//! Reader, threads, writer.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use super::row::{Kept, Maker, Minting};
use super::source::{Codec, Read, Record, Row, Source};
use crate::failure::Failure;

/// Rows of a chunk, at the most.
const ROWS: usize = 512;

/// Bytes of input after which a chunk is full.
const BYTES: u64 = 256 << 10;

/// Chunks that wait before and behind each thread.
const WAITING: usize = 2;

/// The most bytes of a record whose memory is used again.
const RECORD: usize = 2 << 10;

struct Chunk<R> {
    rows: Vec<Row>,
    /// At least as many: those beyond are memory for the next time.
    records: Vec<R>,
    position: u64,
}

impl<R: Record> Chunk<R> {
    const fn new() -> Self {
        Self {
            rows: Vec::new(),
            records: Vec::new(),
            position: 0,
        }
    }

    /// Reads the next row; `false` where there is none.
    fn read(&mut self, source: &mut impl Source<Record = R>) -> Result<bool, Failure> {
        let at = self.rows.len();
        if at == self.records.len() {
            self.records.push(R::default());
        }
        let Some(record) = self.records.get_mut(at) else {
            return Ok(false);
        };
        if record.len() > RECORD {
            *record = R::default();
        }
        let row = source.next(record)?;
        let is_row = row.is_some();
        self.rows.extend(row);
        Ok(is_row)
    }
}

/// A chunk that is done.
pub(crate) struct Done {
    /// The rows with their tokens.
    pub(crate) output: Vec<u8>,
    /// How many they are.
    pub(crate) minted: u64,
    /// How many have none.
    pub(crate) refused: u64,
    /// What there is to say about lines, in their order.
    pub(crate) remarks: Vec<Remark>,
    /// Bytes of the input up to its end.
    pub(crate) position: u64,
}

/// Something about a row.
pub(crate) struct Remark {
    /// The line that it begins on.
    pub(crate) line: u64,
    /// What there is to say.
    pub(crate) text: String,
    /// Whether the row has its token all the same.
    pub(crate) is_warning: bool,
}

/// Hands every chunk to `sink`, in the order of the input, as long as it wants
/// more.
pub(crate) fn run<S: Source, M: Maker>(
    source: S,
    codec: &impl Codec<Record = S::Record>,
    minting: &Minting<'_, M>,
    threads: NonZeroUsize,
    mut sink: impl FnMut(Done) -> Result<bool, Failure>,
) -> Result<(), Failure> {
    thread::scope(|scope| {
        let (mut to_threads, mut from_threads) = (Vec::new(), Vec::new());
        let (to_reader, spares) = channel();
        for _ in 0..threads.get() {
            let (to_thread, chunks) = sync_channel(WAITING);
            let (to_writer, from_thread) = sync_channel(WAITING);
            to_threads.push(to_thread);
            from_threads.push(from_thread);
            let to_reader = to_reader.clone();
            scope.spawn(move || work(&chunks, &to_writer, &to_reader, codec, minting));
        }
        let reader = scope.spawn(move || read(source, &to_threads, &spares));
        // The first thread without a chunk in its turn means that there are no
        // more. What ends the loop early ends the threads too: their queues are
        // dropped.
        for from_thread in from_threads.iter().cycle() {
            let Ok(done) = from_thread.recv() else { break };
            if !sink(done?)? {
                break;
            }
        }
        drop(from_threads);
        // A panic of the reader goes on here, as that of any scoped thread.
        reader
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Reads chunks and gives them to the threads in turn. What a thread is done with
/// comes back, for its memory.
fn read<S: Source>(
    mut source: S,
    to_threads: &[SyncSender<Chunk<S::Record>>],
    spares: &Receiver<Chunk<S::Record>>,
) -> Result<(), Failure> {
    for to_thread in to_threads.iter().cycle() {
        let mut chunk = spares.try_recv().unwrap_or_else(|_| Chunk::new());
        let start = source.position();
        let mut more = Ok(true);
        while matches!(more, Ok(true))
            && chunk.rows.len() < ROWS
            && source.position() - start < BYTES
        {
            more = chunk.read(&mut source);
        }
        chunk.position = source.position();
        // A writer that has stopped wants no more.
        if to_thread.send(chunk).is_err() || !more? {
            break;
        }
    }
    Ok(())
}

fn work<C: Codec, M: Maker>(
    chunks: &Receiver<Chunk<C::Record>>,
    to_writer: &SyncSender<Result<Done, Failure>>,
    to_reader: &Sender<Chunk<C::Record>>,
    codec: &C,
    minting: &Minting<'_, M>,
) {
    let mut kept = minting.kept();
    while let Ok(mut chunk) = chunks.recv() {
        let done = mint(&mut chunk, &mut kept, codec, minting);
        // A reader that has read all of it wants no memory.
        let _ = to_reader.send(chunk);
        if to_writer.send(done).is_err() {
            break;
        }
    }
}

fn mint<C: Codec, M: Maker>(
    chunk: &mut Chunk<C::Record>,
    kept: &mut Kept<M>,
    codec: &C,
    minting: &Minting<'_, M>,
) -> Result<Done, Failure> {
    let mut output = codec.output(kept.output_len);
    let (mut minted, mut refused, mut remarks) = (0, 0, Vec::new());
    for (Row { line, fault }, record) in chunk.rows.drain(..).zip(&chunk.records) {
        let mut remark = |text, is_warning| {
            remarks.push(Remark {
                line,
                text,
                is_warning,
            });
        };
        let row = fault.map_or(Ok(kept.cells()), Err);
        let row = row.map_err(Failure::usage).and_then(|cells| {
            let Read { cells, warning } = codec.read(record, cells).map_err(Failure::usage)?;
            let (token, other) = minting.mint(kept, &cells)?;
            kept.keep(cells);
            codec.write(&mut output, record, &token)?;
            minting.written(token);
            Ok([warning, other])
        });
        match row {
            Ok(warnings) => {
                minted += 1;
                for warning in warnings.into_iter().flatten() {
                    remark(warning, true);
                }
            }
            Err(failure) if failure.is_of_the_surroundings() => return Err(failure),
            Err(failure) => {
                refused += 1;
                remark(failure.into_message(), false);
            }
        }
    }
    let output = codec.finish(output)?;
    kept.output_len = output.len();
    Ok(Done {
        output,
        minted,
        refused,
        remarks,
        position: chunk.position,
    })
}
