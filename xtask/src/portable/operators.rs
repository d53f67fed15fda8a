//! What the instructions that compute mean in C.

use wasmparser::{MemArg, Operator};

use super::expression::Expression;
use super::module::Width::{self, W32, W64};

/// An instruction that takes values and gives one, and does nothing else.
pub(super) enum Pure {
    One(fn(&Expression) -> Expression),
    Two(fn(&Expression, &Expression) -> Expression),
}

/// An access to memory.
pub(super) struct Access {
    /// Of the macro that does it.
    pub(super) name: String,
    /// What `load` gives.
    pub(super) width: Width,
    pub(super) offset: u64,
}

macro_rules! two {
    ($kind:ident, $operator:literal) => {
        Pure::Two(|a, b| Expression::$kind($operator, a, b))
    };
    ($kind:ident, $operator:literal, $signed:literal) => {
        Pure::Two(|a, b| Expression::$kind($operator, $signed, a, b))
    };
}

macro_rules! called {
    ($name:literal, $width:ident) => {
        Pure::One(|a| Expression::call($name, $width, &[a]))
    };
    ($name:literal, $width:ident, 2) => {
        Pure::Two(|a, b| Expression::call($name, $width, &[a, b]))
    };
}

/// What `operator` computes, if that is all it does.
pub(super) fn pure(operator: &Operator<'_>) -> Option<Pure> {
    Some(match operator {
        Operator::I32Add | Operator::I64Add => two!(binary, "+"),
        Operator::I32Sub | Operator::I64Sub => two!(binary, "-"),
        Operator::I32Mul | Operator::I64Mul => two!(binary, "*"),
        Operator::I32And | Operator::I64And => two!(binary, "&"),
        Operator::I32Or | Operator::I64Or => two!(binary, "|"),
        Operator::I32Xor | Operator::I64Xor => two!(binary, "^"),
        Operator::I32Shl | Operator::I64Shl => two!(shift, "<<", false),
        Operator::I32ShrU | Operator::I64ShrU => two!(shift, ">>", false),
        Operator::I32ShrS | Operator::I64ShrS => two!(shift, ">>", true),
        Operator::I32DivU | Operator::I64DivU => two!(divide, "/", false),
        Operator::I32RemU | Operator::I64RemU => two!(divide, "%", false),
        Operator::I32DivS | Operator::I64DivS => two!(divide, "/", true),
        Operator::I32RemS | Operator::I64RemS => two!(divide, "%", true),
        Operator::I32Eq | Operator::I64Eq => two!(compare, "==", false),
        Operator::I32Ne | Operator::I64Ne => two!(compare, "!=", false),
        Operator::I32LtU | Operator::I64LtU => two!(compare, "<", false),
        Operator::I32GtU | Operator::I64GtU => two!(compare, ">", false),
        Operator::I32LeU | Operator::I64LeU => two!(compare, "<=", false),
        Operator::I32GeU | Operator::I64GeU => two!(compare, ">=", false),
        Operator::I32LtS | Operator::I64LtS => two!(compare, "<", true),
        Operator::I32GtS | Operator::I64GtS => two!(compare, ">", true),
        Operator::I32LeS | Operator::I64LeS => two!(compare, "<=", true),
        Operator::I32GeS | Operator::I64GeS => two!(compare, ">=", true),
        Operator::I32Rotl => called!("tm_rotate_left_32", W32, 2),
        Operator::I32Rotr => called!("tm_rotate_right_32", W32, 2),
        Operator::I64Rotl => called!("tm_rotate_left_64", W64, 2),
        Operator::I64Rotr => called!("tm_rotate_right_64", W64, 2),
        Operator::I32Eqz | Operator::I64Eqz => Pure::One(Expression::is_zero),
        Operator::I32Clz => called!("tm_leading_zeros_32", W32),
        Operator::I64Clz => called!("tm_leading_zeros_64", W64),
        Operator::I32Ctz => called!("tm_trailing_zeros_32", W32),
        Operator::I64Ctz => called!("tm_trailing_zeros_64", W64),
        Operator::I32Popcnt => called!("tm_ones_32", W32),
        Operator::I64Popcnt => called!("tm_ones_64", W64),
        Operator::I32WrapI64 => Pure::One(|a| Expression::cast("uint32_t", W32, a)),
        Operator::I64ExtendI32U => Pure::One(|a| Expression::cast("uint64_t", W64, a)),
        Operator::I64ExtendI32S => Pure::One(|a| {
            let signed = Expression::cast("int32_t", W32, a);
            Expression::cast("uint64_t)(int64_t", W64, &signed)
        }),
        _ => return None,
    })
}

/// What `operator` loads, if it does.
pub(super) fn load(operator: &Operator<'_>) -> Option<Access> {
    Some(match operator {
        Operator::I32Load { memarg } => whole("LOAD32", W32, memarg),
        Operator::I64Load { memarg } => whole("LOAD64", W64, memarg),
        Operator::I32Load8U { memarg } => whole("LOAD8", W32, memarg),
        Operator::I32Load16U { memarg } => whole("LOAD16", W32, memarg),
        Operator::I32Load8S { memarg } => whole("LOAD_SIGNED8", W32, memarg),
        Operator::I32Load16S { memarg } => whole("LOAD_SIGNED16", W32, memarg),
        Operator::I64Load8U { memarg } => whole("LOAD8", W64, memarg),
        Operator::I64Load16U { memarg } => whole("LOAD16", W64, memarg),
        Operator::I64Load32U { memarg } => whole("LOAD32", W64, memarg),
        _ => return None,
    })
}

/// What `operator` stores, if it does.
pub(super) fn store(operator: &Operator<'_>) -> Option<Access> {
    Some(match operator {
        Operator::I32Store { memarg } => whole("STORE32", W32, memarg),
        Operator::I64Store { memarg } => whole("STORE64", W64, memarg),
        Operator::I32Store8 { memarg } | Operator::I64Store8 { memarg } => {
            whole("STORE8", W32, memarg)
        }
        Operator::I32Store16 { memarg } | Operator::I64Store16 { memarg } => {
            whole("STORE16", W32, memarg)
        }
        Operator::I64Store32 { memarg } => whole("STORE32", W32, memarg),
        _ => return None,
    })
}

/// The macro says, too, what the address is a multiple of when that is less
/// than the size: processors for devices trap.
fn whole(name: &str, width: Width, memarg: &MemArg) -> Access {
    let name = if memarg.align < memarg.max_align {
        format!("TM_{name}_AT{}", 1 << memarg.align)
    } else {
        format!("TM_{name}")
    };
    Access {
        name,
        width,
        offset: memarg.offset,
    }
}
