//! A module written so that it compresses well; nothing of what it does changes.
//!
//! - Of functions that do the very same there is one. The compiler makes one for each kind of value, and leaves those that
//!   become alike only in the end.
//! - Its functions stand like beside like. wasm-bindgen leaves them sorted by their sizes. A server's compressor looks back for
//!   what it has seen, and writes a near place shorter than a far one; a page loads about 5 % less of them.
//! - An access carries a hint of how its address is aligned, without a meaning for what happens; the compiler writes what it
//!   happens to know. Where all of a kind say the same, there is nothing to load.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Encode, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// Functions are alike by the sequences of so many bytes that they share.
const RUN: usize = 4;

/// The module so written.
///
/// # Errors
/// When the bytes are no module.
pub(crate) fn compressible(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let (mut imported, mut types, mut bodies) = (0, Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| error.to_string())? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(|error| error.to_string())?;
                    imported += u32::from(matches!(import.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => {
                types = section.into_iter().collect::<Result<Vec<u32>, _>>().map_err(|error| error.to_string())?;
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    let first = first_of_same(imported, &types, &bodies)?;
    let kept: Vec<usize> = first.iter().enumerate().filter(|(own, first)| own == *first).map(|(own, _)| own).collect();
    let own: Vec<&[u8]> = kept.iter().filter_map(|&own| bodies.get(own)).map(FunctionBody::as_bytes).collect();
    let order: Vec<usize> = like_beside_like(&own).into_iter().filter_map(|place| kept.get(place).copied()).collect();
    let mut places = vec![0; bodies.len()];
    for (place, &function) in (imported..).zip(&order) {
        places.get_mut(function).into_iter().for_each(|own| *own = place);
    }
    let places = first.iter().map(|&first| places.get(first).copied().unwrap_or(0)).collect();
    let mut module = Module::new();
    let mut moves = Moves { imported, order, places };
    moves.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| error.to_string())?;
    Ok(module.finish())
}

/// For each function the first that does the very same: of its type, with the same body once the functions that it calls are
/// known to be the same.
fn first_of_same(imported: u32, types: &[u32], bodies: &[FunctionBody<'_>]) -> Result<Vec<usize>, String> {
    let mut first: Vec<usize> = (0..bodies.len()).collect();
    loop {
        let places = first.iter().map(|&first| u32::try_from(first).map_or(0, |first| imported + first)).collect();
        let mut moves = Moves { imported, order: Vec::new(), places };
        let mut known = HashMap::new();
        let mut next = Vec::with_capacity(first.len());
        for (function, (kind, body)) in types.iter().zip(bodies).enumerate() {
            let (mut code, mut bytes) = (CodeSection::new(), Vec::new());
            moves.parse_function_body(&mut code, body.clone()).map_err(|error| error.to_string())?;
            code.encode(&mut bytes);
            next.push(*known.entry((kind, bytes)).or_insert(function));
        }
        if next == first {
            return Ok(first);
        }
        first = next;
    }
}

/// Writes a module with its own functions at other places, and no hint of alignment but the natural one.
struct Moves {
    imported: u32,
    /// The functions that stay, in the new order.
    order: Vec<usize>,
    /// The new index of each function, or of that which does the same.
    places: Vec<u32>,
}

impl Reencode for Moves {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = function.checked_sub(self.imported).and_then(|own| usize::try_from(own).ok());
        Ok(own.and_then(|own| self.places.get(own)).copied().unwrap_or(function))
    }

    fn mem_arg(&mut self, access: wasmparser::MemArg) -> Result<wasm_encoder::MemArg, Error> {
        let memory_index = self.memory_index(access.memory)?;
        Ok(wasm_encoder::MemArg { offset: access.offset, align: access.max_align.into(), memory_index })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for kind in self.order.iter().filter_map(|&function| types.get(function)) {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            if let Some(body) = bodies.get(function) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }
}

/// The bodies in an order in which each one follows the one that it is most like, of those that are left.
fn like_beside_like(bodies: &[&[u8]]) -> Vec<usize> {
    let mut runs: Vec<(&[u8], usize)> = Vec::new();
    for (function, body) in bodies.iter().enumerate() {
        runs.extend(body.windows(RUN).map(|run| (run, function)));
    }
    runs.sort_unstable();
    runs.dedup();
    // What each body shares with others, by the number of the run, and who has it.
    let mut shared: Vec<Vec<usize>> = vec![Vec::new(); bodies.len()];
    let mut owners: Vec<Vec<usize>> = Vec::new();
    for same in runs.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
        for (_, function) in same {
            shared.get_mut(*function).into_iter().for_each(|own| own.push(owners.len()));
        }
        owners.push(same.iter().map(|(_, function)| *function).collect());
    }

    let mut left: Vec<bool> = vec![true; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut likeness: Vec<usize> = vec![0; bodies.len()];
    for begin in 0..bodies.len() {
        let mut next = left.get(begin).copied().unwrap_or(false).then_some(begin);
        while let Some(function) = next {
            left.get_mut(function).into_iter().for_each(|left| *left = false);
            order.push(function);
            let mut touched = Vec::new();
            for &run in shared.get(function).into_iter().flatten() {
                for &other in owners.get(run).into_iter().flatten().filter(|&&other| left.get(other) == Some(&true)) {
                    if let Some(likeness) = likeness.get_mut(other) {
                        if *likeness == 0 {
                            touched.push(other);
                        }
                        *likeness += 1;
                    }
                }
            }
            // The square of what it shares with this one, against what it shares with anybody; of equals the first.
            let score = |&function: &usize| {
                let all = shared.get(function).map_or(0, Vec::len);
                (likeness.get(function).copied().unwrap_or(0).pow(2), all.max(1))
            };
            touched.sort_unstable();
            next = touched.iter().copied().reduce(|best, other| {
                let ((a, b), (c, d)) = (score(&best), score(&other));
                if c * b > a * d { other } else { best }
            });
            for function in touched {
                likeness.get_mut(function).into_iter().for_each(|likeness| *likeness = 0);
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ExportKind, ExportSection, Function, Instruction, TypeSection, ValType};

    use super::*;

    #[test]
    fn of_functions_that_do_the_same_there_is_one_and_all_that_call_them_call_it() {
        let (mut types, mut functions, mut exports) =
            (TypeSection::new(), FunctionSection::new(), ExportSection::new());
        types.ty().function([], [ValType::I32]);
        types.ty().function([], [ValType::I64]);
        let mut code = CodeSection::new();
        // Two of one type give 7; two call one of them each; the last gives another 7.
        let bodies = [Instruction::I32Const(7), Instruction::I32Const(7), Instruction::Call(0), Instruction::Call(1)];
        for (body, kind) in bodies.iter().zip([0; 4]).chain([(&Instruction::I64Const(7), 1)]) {
            functions.function(kind);
            let mut function = Function::new([]);
            function.instruction(body).instruction(&Instruction::End);
            code.function(&function);
        }
        for (index, name) in (0..).zip(["seven", "also", "calls", "calls also", "wide"]) {
            exports.export(name, ExportKind::Func, index);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        let smaller = compressible(&module.finish()).unwrap();
        let (mut bodies, mut exported) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&smaller) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
                Payload::ExportSection(section) => {
                    exported.extend(section.into_iter().map(|export| export.unwrap().index))
                }
                _ => {}
            }
        }
        let [seven, also, calls, calls_also, wide] = exported[..] else { panic!("five exports: {exported:?}") };
        assert_eq!((bodies.len(), seven, calls), (3, also, calls_also));
        assert_ne!(seven, wide);
        assert_eq!(bodies[calls as usize], [0, 0x10, u8::try_from(seven).unwrap(), 0x0b]);
    }

    #[test]
    fn every_body_stands_once_and_the_like_beside_the_like() {
        let bodies: [&[u8]; 5] = [b"abcdefghijkl", b"0123456789", b"abcdefghijxy", b"zz", b"0123456788"];
        assert_eq!(like_beside_like(&bodies), [0, 2, 1, 4, 3]);
    }
}
