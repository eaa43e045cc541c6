//! Side by side: everybody gets ready, then all run in turn, A B A B …, and the median of the runs counts.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::cases::{Answer, Contestant};

/// How many runs of each count.
const ROUNDS: usize = 5;

/// Contestants that take longer than these nanoseconds run once.
const SLOW: f64 = 4e9;

/// What one contestant came to.
#[derive(Clone, Debug)]
pub(crate) struct Score {
    pub(crate) name: String,
    /// Whether it is vsys.
    pub(crate) own: bool,
    /// The median in nanoseconds, of the work of the case.
    pub(crate) median: f64,
    /// The largest memory it ever had, in MiB; nothing where the system does not tell.
    pub(crate) memory: Option<f64>,
    /// Why it is not compared: an easier job, another answer.
    pub(crate) note: String,
    /// What it answered.
    pub(crate) answer: String,
}

struct Player {
    contestant: Contestant,
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    answer: String,
    runs: Vec<f64>,
}

impl Player {
    fn start(contestant: Contestant, command: &mut Command) -> Result<Self, String> {
        let told = |error: std::io::Error| format!("{}: {error}", contestant.name);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(told)?;
        let input = child.stdin.take();
        let output = child.stdout.take().ok_or_else(|| format!("{}: no output", contestant.name))?;
        let mut player =
            Self { contestant, child, input, output: BufReader::new(output), answer: String::new(), runs: Vec::new() };
        let line = player.read()?;
        let answer = line.strip_prefix("ready").ok_or_else(|| format!("{}: not ready: {line}", contestant.name))?;
        player.answer = answer.trim().to_owned();
        Ok(player)
    }

    fn read(&mut self) -> Result<String, String> {
        let mut line = String::new();
        let read = self.output.read_line(&mut line).map_err(|error| format!("{}: {error}", self.contestant.name))?;
        if read == 0 { Err(format!("{} ended early", self.contestant.name)) } else { Ok(line.trim().to_owned()) }
    }

    fn run(&mut self) -> Result<(), String> {
        let name = self.contestant.name;
        let input = self.input.as_mut().ok_or_else(|| format!("{name}: no input"))?;
        input.write_all(b"go\n").and_then(|()| input.flush()).map_err(|error| format!("{name}: {error}"))?;
        let line = self.read()?;
        let run: f64 = line.parse().map_err(|_| format!("{name}: no figure: {line}"))?;
        self.runs.push(run / self.contestant.times);
        Ok(())
    }

    fn end(mut self, own: bool) -> Result<Score, String> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let peak =
            status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse::<f64>().ok());
        drop(self.input.take());
        let name = self.contestant.name;
        let ended = self.child.wait().map_err(|error| format!("{name}: {error}"))?;
        if !ended.success() {
            return Err(format!("{name}: {ended}"));
        }
        let note = match self.contestant.answer {
            Answer::Equal => String::new(),
            Answer::Easier(why) => why.to_owned(),
        };
        let (median, memory) = (median(&mut self.runs), peak.map(|kib| kib / 1024.0));
        Ok(Score { name: name.to_owned(), own, median, memory, note, answer: self.answer })
    }
}

fn median(runs: &mut [f64]) -> f64 {
    runs.sort_by(f64::total_cmp);
    runs.get(runs.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Lets contestants run side by side. A peer that cannot start or fails is told as such and left out; vsys must not.
///
/// # Errors
/// When vsys fails, or gives an answer that is not the known one or not that of its other ways.
pub(crate) fn hold(
    contestants: &[Contestant],
    known: Option<&str>,
    own: impl Fn(&Contestant) -> bool,
    command: impl Fn(&Contestant) -> Command,
) -> Result<Vec<Score>, String> {
    let mut players = Vec::new();
    for contestant in contestants {
        match Player::start(*contestant, &mut command(contestant)) {
            Ok(player) => players.push(player),
            Err(error) if own(contestant) => return Err(error),
            Err(error) => println!("NOT RUN: {error}"),
        }
    }
    let before = busy();
    for _ in 0..ROUNDS {
        for player in &mut players {
            // What takes seconds is not asked again.
            if player.runs.first().is_none_or(|run| run * player.contestant.times < SLOW) {
                player.run()?;
            }
        }
    }
    if let (Some(before), Some(after)) = (before, busy()) {
        let (busy, all) = (after.0 - before.0, after.1 - before.1);
        println!("  processors busy meanwhile: {:.0} % (more than one contestant's means noise)", 100.0 * busy / all);
    }
    let mut scores = Vec::new();
    for player in players {
        let own = own(&player.contestant);
        scores.push(player.end(own)?);
    }
    let right =
        known.map(str::to_owned).or_else(|| scores.first().map(|score| score.answer.clone())).unwrap_or_default();
    for score in scores.iter_mut().filter(|score| score.note.is_empty() && score.answer != right) {
        if score.own {
            return Err(format!("{} answers {} instead of {right}", score.name, score.answer));
        }
        score.note = "another answer".to_owned();
    }
    Ok(scores)
}

/// Time that the processors worked, and all time, in hundredths of a second.
fn busy() -> Option<(f64, f64)> {
    let text = fs::read_to_string("/proc/stat").ok()?;
    let fields = text.lines().next()?.split_whitespace().skip(1).take(8);
    let fields: Vec<f64> = fields.map(str::parse).collect::<Result<_, _>>().ok()?;
    let all: f64 = fields.iter().sum();
    Some((all - fields.get(3)? - fields.get(4)?, all))
}
