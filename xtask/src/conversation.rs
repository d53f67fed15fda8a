//! The firmware examples in a conversation: an emulated board, whose serial line
//! ends in a modem, starts, renews and stops agents of the simulated service,
//! whose answers get lost and whose power goes.
//!
//! | part | what it is |
//! |---|---|
//! | `story` | what goes wrong, and what happens to the board, step by step |
//! | `service` | `tokenmint fake convoai` |
//! | `modem` | the other end of the serial line |
//! | `transcript` | who did what, and when |
//!
//! At the end no agent runs, each was started and stopped once, and no secret
//! is in what anybody said.

mod modem;
mod service;
mod story;
mod transcript;

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

use crate::archive::Sha;
use crate::llvm::Llvm;
use crate::qemu::{self, BOARDS, Board};
use crate::{Outcome, Result, tool};
use modem::Modem;
use service::Service;
use story::{AGENTS, FAULTS, Page, STEPS, Step};
use transcript::{Transcript, Who};

/// The most that a step may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// How the certificate of the project begins: nobody says it.
const SECRET: &str = "5cfd2fd1755d";

/// A program for a board.
struct Image {
    board: &'static Board,
    language: &'static str,
    file: PathBuf,
}

/// Without words all boards in both languages; a name of a board or a language
/// takes those alone.
pub(crate) fn run(words: &[String]) -> Result {
    if let Some(missing) = qemu::missing() {
        return Ok(Outcome::Skipped(missing));
    }
    let (program, images) = (fake()?, images(words)?);
    // Most of the time they wait.
    let program = program.as_path();
    let held = thread::scope(|scope| {
        let hold = |image| scope.spawn(move || hold(image, program));
        let running: Vec<_> = images.iter().map(hold).collect();
        let ended = running.into_iter().map(ScopedJoinHandle::join);
        ended.collect::<std::result::Result<Vec<_>, _>>()
    });
    let mut failed = Vec::new();
    for (image, held) in images.iter().zip(held.map_err(|_| "a thread panicked")?) {
        let name = format!("{} on {}", image.language, image.board.name);
        println!("== {name}\n{}", held.transcript);
        match held.result {
            Ok(()) => println!("no agent is left"),
            Err(why) => failed.push(format!("{name}: {why}")),
        }
    }
    if failed.is_empty() {
        return Ok(Outcome::Done);
    }
    Err(failed.join("\n"))
}

/// What came of the conversations with a board.
struct Held {
    transcript: String,
    result: Result<()>,
}

fn hold(image: &Image, program: &Path) -> Held {
    let transcript = Transcript::new();
    let result = converse(image, program, &transcript);
    Held {
        transcript: transcript.text(),
        result,
    }
}

/// The command, built.
fn fake() -> Result<PathBuf> {
    tool::run(&mut tool::cargo(
        "build --quiet --locked --package tokenmint-cli --features online",
    ))?;
    Ok(tool::target_dir().join("debug/tokenmint"))
}

fn images(words: &[String]) -> Result<Vec<Image>> {
    let llvm = Llvm::find()?;
    let mut images = Vec::new();
    for board in BOARDS.iter().filter(|board| board.has_serial_line) {
        for language in ["C", "Rust"] {
            let named = |word: &String| word == board.name || word == language;
            if !words.iter().all(named) {
                continue;
            }
            let file = match language {
                "C" => qemu::c_image(
                    &llvm,
                    board,
                    "conversation",
                    Sha::Compact,
                    "tokenmint_compress_fixed",
                )?,
                _ => qemu::rust_image(board, "conversation")?,
            };
            images.push(Image {
                board,
                language,
                file,
            });
        }
    }
    Ok(images)
}

/// Holds the conversations of the story.
fn converse(image: &Image, program: &Path, transcript: &Transcript) -> Result<()> {
    let service = Service::start(program, FAULTS, transcript)?;
    let directory = tool::target_dir()
        .join("conversation")
        .join(image.board.name)
        .join(image.language);
    std::fs::create_dir_all(&directory)
        .map_err(|error| format!("cannot make {}: {error}", directory.display()))?;
    let mut bench = Bench {
        image,
        service: &service,
        directory,
        transcript,
        on: None,
        seen: 0,
    };
    for step in STEPS {
        bench.take(step)?;
    }
    nothing_is_left(&service, transcript)
}

/// A board on a bench.
struct Bench<'a> {
    image: &'a Image,
    service: &'a Service,
    /// Where the page of the board is a file.
    directory: PathBuf,
    transcript: &'a Transcript,
    on: Option<(Powered, Modem)>,
    /// Lines of the transcript that are behind the story.
    seen: usize,
}

impl Bench<'_> {
    fn take(&mut self, step: &Step) -> Result<()> {
        match step {
            Step::PowerOn(page) => self.power_on(page),
            Step::Service(parts) => self.wait(Who::Service, parts),
            Step::Device(parts) => self.wait(Who::Device, parts),
            Step::Press => {
                self.transcript.add(Who::Bench, "button pressed");
                let on = self.on.as_ref().ok_or("the board is off")?;
                on.1.press().map_err(|error| format!("no button: {error}"))
            }
            Step::PowerCut => {
                // Dropping it takes its power.
                self.on = None;
                self.transcript.add(Who::Bench, "power cut");
                self.seen = self.transcript.len();
                Ok(())
            }
            Step::Done => {
                let (mut powered, _) = self.on.take().ok_or("the board is off")?;
                powered.ends()
            }
        }
    }

    fn wait(&mut self, who: Who, parts: &[&str]) -> Result<()> {
        let on = self.on.as_mut();
        let mut powered = on.map(|(powered, _)| powered);
        let is_over = || powered.as_mut().is_some_and(|powered| powered.has_ended());
        let seen = self
            .transcript
            .wait(self.seen, who, parts, PATIENCE, is_over);
        self.seen = seen?;
        Ok(())
    }

    fn power_on(&mut self, page: &Page) -> Result<()> {
        let file = self.directory.join("page.bin");
        let text = match page {
            Page::Blank => {
                // It may not be there.
                let _ = std::fs::remove_file(&file);
                "power on, the page is blank"
            }
            Page::Kept => "power on",
        };
        self.transcript.add(Who::Bench, text);
        let modem =
            Modem::new(self.service.address).map_err(|error| format!("no modem: {error}"))?;
        let powered = Powered::on(self.image, &self.directory, modem.port, self.transcript)?;
        self.on = Some((powered, modem));
        Ok(())
    }
}

/// A board with power; dropping it cuts the power.
struct Powered(Child);

impl Powered {
    fn on(image: &Image, directory: &Path, port: u16, transcript: &Transcript) -> Result<Self> {
        let board = image.board;
        let mut command = tool::command(board.emulator);
        command
            .current_dir(directory)
            .args(["-machine", board.name, "-display", "none"])
            .args(["-monitor", "none", "-serial"])
            .arg(format!("tcp:127.0.0.1:{port},nodelay=on"))
            .args(["-semihosting", "-kernel"])
            .arg(&image.file)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if board.target.starts_with("riscv") {
            command.args(["-bios", "none"]);
        }
        let mut process = command
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", board.emulator))?;
        // Semihosting has both: a console, which C uses, and files, which Rust does.
        transcript.follow(
            Who::Device,
            process.stderr.take().ok_or("no standard error")?,
        );
        transcript.follow(
            Who::Device,
            process.stdout.take().ok_or("no standard output")?,
        );
        Ok(Self(process))
    }

    fn has_ended(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(Some(_)))
    }

    /// Waits until the program is over.
    fn ends(&mut self) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.0.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(status)) => return Err(format!("the device ended with {status}")),
                Ok(None) if Instant::now() > end => {
                    return Err("the device does not end".to_owned());
                }
                Ok(None) => thread::sleep(Duration::from_millis(20)),
                Err(error) => return Err(format!("the emulator is gone: {error}")),
            }
        }
    }
}

impl Drop for Powered {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn nothing_is_left(service: &Service, transcript: &Transcript) -> Result<()> {
    let answer = service.running()?;
    let total = answer.split_once("\"total\":").map(|(_, rest)| rest);
    if !total.is_some_and(|total| total.starts_with("0}")) {
        return Err(format!("agents are left:\n{answer}"));
    }
    let lines = transcript.of(Who::Service);
    for agent in AGENTS {
        for verb in ["started", "stopped"] {
            let effect = format!("({verb} {agent})");
            let times = lines.iter().filter(|line| line.contains(&effect)).count();
            if times != 1 {
                return Err(format!("agent {agent} was {verb} {times} times"));
            }
        }
    }
    let others = lines
        .iter()
        .filter(|line| line.contains("(started "))
        .count();
    if others != AGENTS.len() {
        return Err(format!("{others} agents were started"));
    }
    if transcript.text().to_lowercase().contains(SECRET) {
        return Err("the transcript has the certificate".to_owned());
    }
    Ok(())
}
