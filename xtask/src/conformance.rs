//! Every vector and every hostile request through Rust, Python, Node, Chromium and C: the same bytes from all.

#![allow(clippy::indexing_slicing, reason = "a JSON value is indexed, which gives null where nothing is")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;
use vsys_core::rulebook::RuleBook;
use vsys_wire::{OPERATIONS, Outcome};

use crate::faces;
use crate::vectors::{self, Vector, differences};

/// A face that can be called.
trait Face {
    fn name(&self) -> &'static str;
    fn call(&mut self, operation: &str, request: &[u8]) -> Result<(bool, Vec<u8>), String>;
}

/// Rust, in this process: what the others are compared with.
struct InProcess(RuleBook);

impl Face for InProcess {
    fn name(&self) -> &'static str {
        "Rust"
    }

    fn call(&mut self, operation: &str, request: &[u8]) -> Result<(bool, Vec<u8>), String> {
        let outcome = Outcome::of(&self.0, operation, request);
        Ok((outcome.ok, outcome.bytes))
    }
}

/// A face behind a runner: a line `<operation> <length>` and the bytes, answered by `<0|1> <length>`
/// and the bytes.
struct Runner {
    name: &'static str,
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Runner {
    fn start(name: &'static str, mut command: Command) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("{name}: {error}");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(failed)?;
        let input = child.stdin.take().ok_or("no input")?;
        let output = BufReader::new(child.stdout.take().ok_or("no output")?);
        Ok(Self { name, child, input, output })
    }
}

impl Face for Runner {
    fn name(&self) -> &'static str {
        self.name
    }

    fn call(&mut self, operation: &str, request: &[u8]) -> Result<(bool, Vec<u8>), String> {
        let mut exchange = || -> std::io::Result<(bool, Vec<u8>)> {
            writeln!(self.input, "{operation} {}", request.len())?;
            self.input.write_all(request)?;
            self.input.flush()?;
            let mut line = String::new();
            self.output.read_line(&mut line)?;
            let bad = || std::io::Error::other(format!("no answer line: {line:?}"));
            let (ok, length) = line.trim_end().split_once(' ').ok_or_else(bad)?;
            let mut bytes = vec![0; length.parse().map_err(|_| bad())?];
            self.output.read_exact(&mut bytes)?;
            Ok((ok == "1", bytes))
        };
        exchange().map_err(|error| format!("the {} face died on {operation}: {error}", self.name))
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs everything; the faults of all faces at once.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let vectors = vectors::load(root)?;
    let mut rust = InProcess(RuleBook::bundled().map_err(|refusal| refusal.to_string())?);
    let mut others = [
        Runner::start("Python", faces::python::runner(root))?,
        Runner::start("Node", faces::wasm::runner(root))?,
        Runner::start("Chromium", faces::wasm::browser_runner(root))?,
        Runner::start("C", faces::c::runner(root)?)?,
    ];
    let mut faults = Vec::new();
    let mut codes = BTreeSet::new();
    for vector in &vectors {
        let (ok, bytes) = rust.call(&vector.operation, &vector.request)?;
        faults.extend(judge(vector, ok, &bytes, &mut codes));
        compare(&mut others, &vector.operation, &vector.request, ok, &bytes, &vector.id, &mut faults);
    }
    let hostile = hostile(&vectors);
    for (index, (operation, request)) in hostile.iter().enumerate() {
        let (ok, bytes) = rust.call(operation, request)?;
        if serde_json::from_slice::<Value>(&bytes).is_err() {
            faults.push(format!("hostile request {index}: the answer is no JSON"));
        }
        compare(&mut others, operation, request, ok, &bytes, &format!("hostile request {index}"), &mut faults);
    }
    faults.extend(uncovered(root, &codes)?);
    println!(
        "{} vectors and {} hostile requests through Rust, {}: {} codes raised",
        vectors.len(),
        hostile.len(),
        others.iter().map(Face::name).collect::<Vec<_>>().join(", "),
        codes.len()
    );
    faults.truncate(50);
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Holds an answer against its vector, and notes the codes that were raised.
fn judge(vector: &Vector, ok: bool, bytes: &[u8], codes: &mut BTreeSet<String>) -> Vec<String> {
    let Ok(answer) = serde_json::from_slice::<Value>(bytes) else {
        return vec![format!("{}: the answer is no JSON", vector.id)];
    };
    for finding in [&answer["findings"], &answer["error"]["findings"]].into_iter().filter_map(Value::as_array).flatten()
    {
        codes.extend(finding["code"].as_str().map(str::to_owned));
    }
    let mut list = Vec::new();
    if ok != vector.ok {
        list.push(format!("expected ok = {}, got {ok}: {}", vector.ok, answer["error"]["code"]));
    }
    differences(&vector.answer, &answer, "", &mut list);
    list.into_iter().map(|difference| format!("{}: {difference}", vector.id)).collect()
}

fn compare(
    others: &mut [Runner],
    operation: &str,
    request: &[u8],
    ok: bool,
    bytes: &[u8],
    id: &str,
    faults: &mut Vec<String>,
) {
    for face in others {
        match face.call(operation, request) {
            Ok((same, answer)) if same == ok && answer == bytes => {}
            Ok((_, answer)) => {
                let shown: String = String::from_utf8_lossy(&answer).chars().take(300).collect();
                faults.push(format!("{id}: {} answers otherwise than Rust: {shown}", face.name()));
            }
            Err(error) => faults.push(format!("{id}: {error}")),
        }
    }
}

/// Requests that mean harm: random bytes, vectors with a byte changed or cut short, deep nesting,
/// huge texts, many members.
fn hostile(vectors: &[Vector]) -> Vec<(String, Vec<u8>)> {
    let mut random = Random(0x2021);
    let mut list = Vec::new();
    for operation in OPERATIONS {
        let mut add = |request: Vec<u8>| list.push((operation.name.to_owned(), request));
        add(Vec::new());
        add(b"null".to_vec());
        add(b"[]".to_vec());
        add(vec![b'['; 100_000]);
        add(b"{\"a\":".repeat(100_000));
        add([b"{\"".as_slice(), &[b'x'; 100_000], b"\":1}"].concat());
        add(b"{\"__proto__\":{},\"__proto__\":1,\"\xFF\":\"\xED\xA0\x80\"}".to_vec());
        for _ in 0..5 {
            add((0..random.below(200)).map(|_| random.byte()).collect());
        }
    }
    for vector in vectors {
        let mut request = vector.request.clone();
        let at = random.below(request.len().max(1));
        if let Some(byte) = request.get_mut(at) {
            *byte = random.byte();
        }
        list.push((vector.operation.clone(), request));
        let cut = random.below(vector.request.len().max(1));
        list.push((vector.operation.clone(), vector.request.get(..cut).unwrap_or_default().to_vec()));
    }
    list.push(("allocation.apportion".to_owned(), [b"\"".as_slice(), &vec![b'a'; 10 << 20], b"\""].concat()));
    list.push(("allocation.apportion".to_owned(), vec![b' '; (64 << 20) + 1]));
    list.push(("no.such_operation".to_owned(), b"{}".to_vec()));
    list
}

/// Codes of the catalogue that no vector raises must be listed with the test that does.
fn uncovered(root: &Path, raised: &BTreeSet<String>) -> Result<Vec<String>, String> {
    let path = root.join("vectors/raised-elsewhere.txt");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let elsewhere: BTreeSet<&str> = text.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let known: BTreeSet<&str> = vsys_wire::catalogue().map(|entry| entry.code).collect();
    let missing = known.iter().filter(|code| !raised.contains(**code) && !elsewhere.contains(**code));
    let stale =
        elsewhere.iter().filter(|code| !code.starts_with('#') && (raised.contains(**code) || !known.contains(**code)));
    Ok(missing
        .map(|code| format!("no vector raises {code}"))
        .chain(stale.map(|code| format!("raised-elsewhere.txt: {code} is raised by a vector, or is no code")))
        .collect())
}

/// splitmix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 32).unwrap_or(0) % limit
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[7]
    }
}
