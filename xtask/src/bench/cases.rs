//! The jobs: who takes part in which case, and what is aimed at.

/// What starts a contestant.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    /// vsys through Rust.
    Vsys,
    /// A program of `benches/peers` in Python.
    Python(&'static str),
    /// A program of `benches/peers` in JavaScript.
    Node(&'static str),
    /// The crates of `benches/peers/rust`.
    Crate,
}

/// Whether a contestant's answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It must be that of the others.
    Equal,
    /// There is none, or the job is an easier one; the reason.
    Easier(&'static str),
}

/// One who takes part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    pub(crate) engine: Engine,
    pub(crate) words: &'static [&'static str],
    pub(crate) answer: Answer,
    /// How many times the work of the case it does in one run.
    pub(crate) times: f64,
}

/// What is aimed at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Aim {
    /// The first takes at most a part of the time of the second; without a name of the fastest peer with the right answer.
    Faster(&'static str, Option<&'static str>, f64),
    /// The first takes at most so many times the time of the second.
    AtMost(&'static str, &'static str, f64),
    /// The first takes at most so many nanoseconds.
    Within(&'static str, f64),
}

/// One piece of work.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    pub(crate) job: &'static str,
    pub(crate) work: &'static str,
    /// How many rows, and what they are.
    pub(crate) rows: (f64, &'static str),
    /// The answer, where it is known from elsewhere.
    pub(crate) known: Option<&'static str>,
    pub(crate) contestants: &'static [Contestant],
    pub(crate) aims: &'static [Aim],
}

/// How the time of vsys grows with the rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    pub(crate) job: &'static str,
    pub(crate) work: &'static str,
    /// The words of the case, and the rows, from the smallest up.
    pub(crate) steps: [(&'static [&'static str], f64); 3],
}

const fn vsys(name: &'static str, words: &'static [&'static str]) -> Contestant {
    Contestant { name, engine: Engine::Vsys, words, answer: Answer::Equal, times: 1.0 }
}

const fn python(name: &'static str, program: &'static str, words: &'static [&'static str]) -> Contestant {
    Contestant { name, engine: Engine::Python(program), words, answer: Answer::Equal, times: 1.0 }
}

const fn node(name: &'static str, words: &'static [&'static str]) -> Contestant {
    Contestant { name, engine: Engine::Node("j5.mjs"), words, answer: Answer::Equal, times: 1.0 }
}

const fn of_crate(name: &'static str, words: &'static [&'static str]) -> Contestant {
    Contestant { name, engine: Engine::Crate, words, answer: Answer::Equal, times: 1.0 }
}

const fn easier(contestant: Contestant, why: &'static str) -> Contestant {
    Contestant { answer: Answer::Easier(why), ..contestant }
}

const fn times(contestant: Contestant, times: f64) -> Contestant {
    Contestant { times, ..contestant }
}

pub(crate) const CASES: &[Case] = &[
    Case {
        job: "j1",
        work: "1,741 units, 16,000 boxes, floors and caps",
        rows: (1_741.0, "units"),
        known: Some("13352795902770571959"),
        contestants: &[
            vsys("vsys", &["j1", "muni", "bounded"]),
            vsys("vsys, 64-bit columns into fresh memory", &["j1", "muni", "bounded", "fresh"]),
            python("numpy", "j1.py", &["numpy", "muni"]),
        ],
        aims: &[],
    },
    Case {
        job: "j1",
        work: "60,000 units, 3,120,000 vials, floors and caps",
        rows: (60_000.0, "units"),
        known: None,
        contestants: &[
            vsys("vsys", &["j1", "site", "bounded"]),
            vsys("vsys, 64-bit columns", &["j1", "site", "bounded", "64-bit"]),
            vsys("vsys, 64-bit columns into fresh memory", &["j1", "site", "bounded", "fresh"]),
            vsys("vsys, explained", &["j1", "site", "explained"]),
            python("numpy", "j1.py", &["numpy", "site"]),
            easier(python("numpy, no bounds", "j1.py", &["numpy-unbounded", "site"]), "no floors, no caps"),
        ],
        aims: &[
            Aim::Faster("vsys", Some("numpy"), 20.0),
            Aim::Faster("vsys", Some("numpy, no bounds"), 1.0),
            Aim::AtMost("vsys, explained", "vsys", 8.0),
        ],
    },
    Case {
        job: "j1",
        work: "the same by Webster",
        rows: (60_000.0, "units"),
        known: None,
        contestants: &[
            vsys("vsys", &["j1", "site", "webster"]),
            easier(python("numpy, floats", "j1.py", &["numpy-webster", "site"]), "floats: some units off"),
        ],
        aims: &[],
    },
    Case {
        job: "j1",
        work: "1,741 units without bounds",
        rows: (1_741.0, "units"),
        known: None,
        contestants: &[
            vsys("vsys", &["j1", "muni", "unbounded"]),
            python("numpy", "j1.py", &["numpy-unbounded", "muni"]),
            python("apportionment", "j1.py", &["apportionment", "muni"]),
            of_crate("crate largest-remainder-method", &["largest-remainder-method", "muni"]),
        ],
        aims: &[],
    },
    Case {
        job: "j1",
        work: "1,741 units without bounds, by Webster",
        rows: (1_741.0, "units"),
        known: None,
        contestants: &[
            vsys("vsys", &["j1", "muni", "unbounded-webster"]),
            of_crate("crate sainte_lague", &["sainte_lague", "muni"]),
        ],
        aims: &[],
    },
    Case {
        job: "j1",
        work: "60,000 units without bounds",
        rows: (60_000.0, "units"),
        known: None,
        contestants: &[
            vsys("vsys", &["j1", "site", "unbounded"]),
            python("numpy", "j1.py", &["numpy-unbounded", "site"]),
            easier(python("apportionment", "j1.py", &["apportionment", "site"]), "floats: wrong under ties"),
            easier(
                of_crate("crate largest-remainder-method", &["largest-remainder-method", "site"]),
                "ties as they come",
            ),
        ],
        aims: &[],
    },
    Case {
        job: "j1c",
        work: "nation → 47 → 1,741 → 60,000, floors and caps",
        rows: (60_000.0, "sites"),
        known: Some("1909926561679525790"),
        contestants: &[
            vsys("vsys", &["j1c", "rows", "60000"]),
            vsys("vsys, names, needles and syringes besides", &["j1c", "network", "plain"]),
            vsys("vsys, explained", &["j1c", "network", "explained"]),
            python("numpy", "j1c.py", &["numpy", "one"]),
        ],
        aims: &[Aim::Faster("vsys", Some("numpy"), 80.0), Aim::Faster("vsys, explained", Some("numpy"), 10.0)],
    },
    Case {
        job: "j1c",
        work: "1,000 scenarios of it (numpy: the first 10)",
        rows: (60_000_000.0, "sites"),
        known: None,
        contestants: &[
            vsys("vsys, 1 thread", &["j1c", "scenarios", "1000", "1"]),
            vsys("vsys, 2 threads", &["j1c", "scenarios", "1000", "2"]),
            times(easier(vsys("vsys, 10 of them", &["j1c", "scenarios", "10", "1"]), "10 of 1,000"), 0.01),
            times(easier(python("numpy, 10 of them", "j1c.py", &["numpy", "10"]), "10 of 1,000"), 0.01),
        ],
        aims: &[
            Aim::Faster("vsys, 1 thread", Some("numpy, 10 of them"), 80.0),
            Aim::Faster("vsys, 2 threads", Some("vsys, 1 thread"), 1.8),
        ],
    },
    Case {
        job: "j2",
        work: "10 M claim lines priced, sums by institution and by municipality",
        rows: (10_000_000.0, "lines"),
        known: Some("126175065 294548143590 28326418962 5377765557772885505 15813672156787258172"),
        contestants: &[
            vsys("vsys, 1 thread", &["j2", "sums", "10000000", "1"]),
            vsys("vsys, 2 threads", &["j2", "sums", "10000000", "2"]),
            easier(vsys("every byte read, 2 threads", &["j2", "read", "10000000", "2"]), "reads only"),
            python("polars, 2 threads", "j2.py", &["polars", "10000000"]),
            python("numpy, 1 thread", "j2.py", &["numpy", "10000000"]),
            python("duckdb, 2 threads", "j2.py", &["duckdb", "10000000"]),
            python("pyarrow, 2 threads", "j2.py", &["pyarrow", "10000000"]),
            python("pandas", "j2.py", &["pandas", "10000000"]),
        ],
        aims: &[
            Aim::Faster("vsys, 2 threads", Some("polars, 2 threads"), 8.0),
            Aim::Faster("vsys, 1 thread", Some("numpy, 1 thread"), 5.0),
            Aim::AtMost("vsys, 2 threads", "every byte read, 2 threads", 5.0),
        ],
    },
    Case {
        job: "j5",
        work: "one screening form",
        rows: (1.0, "forms"),
        known: None,
        contestants: &[
            vsys("vsys", &["j5", "typed"]),
            vsys("chrono by hand", &["j5", "plain"]),
            python("Python by hand", "j5.py", &["plain"]),
            python("pydantic", "j5.py", &["pydantic"]),
            easier(python("jsonschema", "j5.py", &["jsonschema"]), "no check across fields"),
            node("JavaScript by hand", &["plain"]),
            node("ajv", &["ajv"]),
            node("zod", &["zod"]),
        ],
        aims: &[Aim::Within("vsys", 40.0)],
    },
];

pub(crate) const GROWTHS: &[Growth] = &[
    Growth {
        job: "j1",
        work: "units with floors and caps",
        steps: [
            (&["j1", "rows", "6000"], 6_000.0),
            (&["j1", "rows", "60000"], 60_000.0),
            (&["j1", "rows", "600000"], 600_000.0),
        ],
    },
    Growth {
        job: "j1c",
        work: "sites through three levels",
        steps: [
            (&["j1c", "rows", "6000"], 6_000.0),
            (&["j1c", "rows", "60000"], 60_000.0),
            (&["j1c", "rows", "600000"], 600_000.0),
        ],
    },
    Growth {
        job: "j2",
        work: "claim lines, 1 thread",
        steps: [
            (&["j2", "sums", "100000", "1"], 100_000.0),
            (&["j2", "sums", "1000000", "1"], 1_000_000.0),
            (&["j2", "sums", "10000000", "1"], 10_000_000.0),
        ],
    },
    Growth {
        job: "j5",
        work: "different forms",
        steps: [
            (&["j5", "forms", "1000"], 1_000.0),
            (&["j5", "forms", "10000"], 10_000.0),
            (&["j5", "forms", "100000"], 100_000.0),
        ],
    },
];
