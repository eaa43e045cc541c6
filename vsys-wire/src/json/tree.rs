//! From bytes to a flat tree: one short record a value, nothing copied.

/// The largest request: 64 MiB.
pub(crate) const MAX_BYTES: usize = 64 << 20;
/// The deepest nesting.
pub(crate) const MAX_DEPTH: usize = 64;
/// The most values and names in one request; with 16 bytes each, memory is bounded before it is taken.
pub(crate) const MAX_VALUES: usize = 1 << 24;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    /// An integer literal: optional minus, no leading zero, no fraction, no exponent, not `-0`.
    Integer,
    /// Any other number, `NaN` and the infinities included, so that they become findings with a place.
    OtherNumber,
    Text,
    Array,
    Object,
}

impl Kind {
    /// The name that messages print.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Integer => "integer",
            Self::OtherNumber => "number",
            Self::Text => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// A value: its kind, where its text stands, and the node after all that it holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) next: u32,
}

/// Why bytes are no JSON, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Syntax { at: usize },
    TooLarge,
    TooDeep { at: usize },
    TooMany { at: usize },
}

/// A parsed request. Node 0 is the whole; the members of an object alternate name and value.
#[derive(Debug)]
pub(crate) struct Document<'b> {
    pub(crate) bytes: &'b [u8],
    nodes: Vec<Node>,
}

impl<'b> Document<'b> {
    pub(crate) fn parse(bytes: &'b [u8]) -> Result<Self, Fault> {
        if bytes.len() > MAX_BYTES {
            return Err(Fault::TooLarge);
        }
        let mut parser = Parser { bytes, at: 0, nodes: Vec::new() };
        parser.space();
        parser.value(0)?;
        parser.space();
        if parser.at < bytes.len() {
            return Err(Fault::Syntax { at: parser.at });
        }
        Ok(Self { bytes, nodes: parser.nodes })
    }

    pub(crate) fn node(&self, index: usize) -> Option<Node> {
        self.nodes.get(index).copied()
    }

    /// The text of a node as it stands in the request.
    pub(crate) fn raw(&self, node: Node) -> &'b [u8] {
        self.bytes.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// The nodes directly inside one, in their order.
    pub(crate) fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.node(index).map_or(0, |node| node.next as usize);
        let mut at = index + 1;
        std::iter::from_fn(move || {
            let node = self.node(at).filter(|_| at < end)?;
            let current = at;
            at = node.next as usize;
            Some(current)
        })
    }
}

struct Parser<'b> {
    bytes: &'b [u8],
    at: usize,
    nodes: Vec<Node>,
}

impl Parser<'_> {
    fn value(&mut self, depth: usize) -> Result<(), Fault> {
        match self.peek() {
            Some(b'{' | b'[') if depth >= MAX_DEPTH => Err(Fault::TooDeep { at: self.at }),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.text(),
            Some(b't') => self.word(b"true", Kind::Bool(true)),
            Some(b'f') => self.word(b"false", Kind::Bool(false)),
            Some(b'n') => self.word(b"null", Kind::Null),
            Some(b'N') => self.word(b"NaN", Kind::OtherNumber),
            Some(b'I') => self.word(b"Infinity", Kind::OtherNumber),
            Some(b'-') if self.bytes.get(self.at + 1) == Some(&b'I') => self.word(b"-Infinity", Kind::OtherNumber),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => Err(self.syntax()),
        }
    }

    fn object(&mut self, depth: usize) -> Result<(), Fault> {
        let node = self.open(Kind::Object)?;
        self.list(b'}', |parser| {
            if parser.peek() != Some(b'"') {
                return Err(parser.syntax());
            }
            parser.text()?;
            parser.space();
            parser.expect(b':')?;
            parser.space();
            parser.value(depth + 1)
        })?;
        self.close(node);
        Ok(())
    }

    fn array(&mut self, depth: usize) -> Result<(), Fault> {
        let node = self.open(Kind::Array)?;
        self.list(b']', |parser| parser.value(depth + 1))?;
        self.close(node);
        Ok(())
    }

    /// What stands between brackets, separated by commas.
    fn list(&mut self, end: u8, mut item: impl FnMut(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        self.at += 1;
        self.space();
        if self.peek() == Some(end) {
            self.at += 1;
            return Ok(());
        }
        loop {
            item(self)?;
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(byte) if byte == end => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.syntax()),
            }
            self.space();
        }
    }

    /// A string: its bytes are checked when it is read, so that a fault inside has a place.
    fn text(&mut self) -> Result<(), Fault> {
        let node = self.open(Kind::Text)?;
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    self.close(node);
                    return Ok(());
                }
                Some(b'\\') => self.at += 2,
                Some(0..=0x1F) | None => return Err(self.syntax()),
                Some(_) => self.at += 1,
            }
        }
    }

    fn number(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let node = self.open(Kind::Integer)?;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let leading_zero = self.peek() == Some(b'0');
        let digits = self.digits();
        if digits == 0 || (leading_zero && digits > 1) {
            return Err(Fault::Syntax { at: start });
        }
        let mut kind = Kind::Integer;
        if self.peek() == Some(b'.') {
            self.at += 1;
            kind = Kind::OtherNumber;
            if self.digits() == 0 {
                return Err(self.syntax());
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            kind = Kind::OtherNumber;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.digits() == 0 {
                return Err(self.syntax());
            }
        }
        if self.bytes.get(start..self.at) == Some(b"-0") {
            kind = Kind::OtherNumber;
        }
        if let Some(node) = self.nodes.get_mut(node) {
            node.kind = kind;
        }
        self.close(node);
        Ok(())
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn word(&mut self, word: &[u8], kind: Kind) -> Result<(), Fault> {
        if self.bytes.get(self.at..).is_none_or(|rest| !rest.starts_with(word)) {
            return Err(self.syntax());
        }
        let node = self.open(kind)?;
        self.at += word.len();
        self.close(node);
        Ok(())
    }

    fn open(&mut self, kind: Kind) -> Result<usize, Fault> {
        if self.nodes.len() >= MAX_VALUES {
            return Err(Fault::TooMany { at: self.at });
        }
        let start = narrow(self.at);
        self.nodes.push(Node { kind, start, end: start, next: 0 });
        Ok(self.nodes.len() - 1)
    }

    fn close(&mut self, node: usize) {
        let (end, next) = (narrow(self.at), narrow(self.nodes.len()));
        if let Some(node) = self.nodes.get_mut(node) {
            node.end = end;
            node.next = next;
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.peek() != Some(byte) {
            return Err(self.syntax());
        }
        self.at += 1;
        Ok(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn syntax(&self) -> Fault {
        Fault::Syntax { at: self.at.min(self.bytes.len()) }
    }
}

/// Positions are below 64 MiB.
fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
