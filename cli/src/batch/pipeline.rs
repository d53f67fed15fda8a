//! Reader, threads, writer.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::row::{Maker, Minting};
use super::source::{Codec, Read, Row, Source};
use crate::failure::Failure;

/// Rows of a chunk, at the most.
const ROWS: usize = 512;

/// Bytes of input after which a chunk is full.
const BYTES: u64 = 256 << 10;

/// Chunks that wait before and behind each thread.
const WAITING: usize = 2;

struct Chunk<R> {
    rows: Vec<Row<R>>,
    position: u64,
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
        for _ in 0..threads.get() {
            let (to_thread, chunks) = sync_channel(WAITING);
            let (to_writer, from_thread) = sync_channel(WAITING);
            to_threads.push(to_thread);
            from_threads.push(from_thread);
            scope.spawn(move || work(&chunks, &to_writer, codec, minting));
        }
        let reader = scope.spawn(move || read(source, &to_threads));
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

/// Reads chunks and gives them to the threads in turn.
fn read<S: Source>(
    mut source: S,
    to_threads: &[SyncSender<Chunk<S::Record>>],
) -> Result<(), Failure> {
    for to_thread in to_threads.iter().cycle() {
        let mut rows = Vec::with_capacity(ROWS);
        let start = source.position();
        let mut end = Ok(false);
        while rows.len() < ROWS && source.position() - start < BYTES {
            match source.next() {
                Ok(Some(row)) => rows.push(row),
                Ok(None) => {
                    end = Ok(true);
                    break;
                }
                Err(failure) => {
                    end = Err(failure);
                    break;
                }
            }
        }
        let position = source.position();
        // A writer that has stopped wants no more.
        if to_thread.send(Chunk { rows, position }).is_err() || end? {
            break;
        }
    }
    Ok(())
}

fn work<C: Codec, M: Maker>(
    chunks: &Receiver<Chunk<C::Record>>,
    to_writer: &SyncSender<Result<Done, Failure>>,
    codec: &C,
    minting: &Minting<'_, M>,
) {
    let mut state = minting.state();
    while let Ok(chunk) = chunks.recv() {
        if to_writer
            .send(mint(chunk, &mut state, codec, minting))
            .is_err()
        {
            break;
        }
    }
}

fn mint<C: Codec, M: Maker>(
    chunk: Chunk<C::Record>,
    state: &mut M::State,
    codec: &C,
    minting: &Minting<'_, M>,
) -> Result<Done, Failure> {
    let mut minted = Vec::with_capacity(chunk.rows.len());
    let (mut refused, mut remarks) = (0, Vec::new());
    for Row { line, record } in chunk.rows {
        let mut remark = |text, is_warning| {
            remarks.push(Remark {
                line,
                text,
                is_warning,
            });
        };
        let row = record.map_err(Failure::usage).and_then(|record| {
            let Read { cells, warning } = codec.read(&record).map_err(Failure::usage)?;
            let (token, other) = minting.mint(state, &cells)?;
            drop(cells);
            Ok((record, token, [warning, other]))
        });
        match row {
            Ok((record, token, warnings)) => {
                minted.push((record, token));
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
    Ok(Done {
        output: codec.write(&minted)?,
        minted: minted.len() as u64,
        refused,
        remarks,
        position: chunk.position,
    })
}
