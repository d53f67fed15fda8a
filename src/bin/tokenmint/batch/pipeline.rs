//! Reader, threads, writer.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::Minting;
use super::source::{Codec, Row, Source};
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
    /// Lines without a token, and why.
    pub(crate) refused: Vec<(u64, String)>,
    /// Bytes of the input up to its end.
    pub(crate) position: u64,
}

/// Hands every chunk to `sink`, in the order of the input, as long as it wants
/// more.
pub(crate) fn run<S: Source, M: Minting>(
    source: S,
    codec: &impl Codec<Record = S::Record>,
    minting: &M,
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

fn work<C: Codec, M: Minting>(
    chunks: &Receiver<Chunk<C::Record>>,
    to_writer: &SyncSender<Result<Done, Failure>>,
    codec: &C,
    minting: &M,
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

fn mint<C: Codec, M: Minting>(
    chunk: Chunk<C::Record>,
    state: &mut M::State,
    codec: &C,
    minting: &M,
) -> Result<Done, Failure> {
    let mut minted = Vec::with_capacity(chunk.rows.len());
    let mut refused = Vec::new();
    for Row { line, record } in chunk.rows {
        let token = record.map_err(Failure::usage).and_then(|record| {
            let cells = codec.cells(&record).map_err(Failure::usage)?;
            let token = minting.mint(state, &cells)?;
            drop(cells);
            Ok((record, token))
        });
        match token {
            Ok(row) => minted.push(row),
            Err(failure) if failure.is_of_the_surroundings() => return Err(failure),
            Err(failure) => refused.push((line, failure.into_message())),
        }
    }
    Ok(Done {
        output: codec.write(&minted)?,
        minted: minted.len() as u64,
        refused,
        position: chunk.position,
    })
}
