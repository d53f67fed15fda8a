//! A hash whose code a device links once.
//!
//! `hmac` ends its inner and its outer hash inline, and so does whoever hashes
//! without a key: padding and last block would be there three times over. On a
//! host they stay inline, which is faster.

use sha2::digest::HashMarker;
use sha2::digest::block_api::{
    BlockSizeUser, Buffer, BufferKindUser, FixedOutputCore, OutputSizeUser, SmallBlockSizeUser,
    UpdateCore,
};
use sha2::digest::common::{Block, Output};

/// The core of a hash, wiped as `C` is; `buffer_fixed!` puts a buffer beside it.
#[derive(Clone, Default)]
pub(in crate::crypto) struct Once<C>(C);

impl<C> HashMarker for Once<C> {}

impl<C: BlockSizeUser> BlockSizeUser for Once<C> {
    type BlockSize = C::BlockSize;
}

impl<C: BufferKindUser> BufferKindUser for Once<C>
where
    Self: SmallBlockSizeUser,
{
    type BufferKind = C::BufferKind;
}

impl<C: OutputSizeUser> OutputSizeUser for Once<C> {
    type OutputSize = C::OutputSize;
}

impl<C: UpdateCore> UpdateCore for Once<C> {
    #[inline]
    fn update_blocks(&mut self, blocks: &[Block<Self>]) {
        self.0.update_blocks(blocks);
    }
}

impl<C: FixedOutputCore> FixedOutputCore for Once<C>
where
    Self:
        BufferKindUser<BufferKind = C::BufferKind> + SmallBlockSizeUser<_BlockSize = C::_BlockSize>,
{
    #[cfg_attr(target_os = "none", inline(never))]
    #[cfg_attr(not(target_os = "none"), inline)]
    fn finalize_fixed_core(&mut self, buffer: &mut Buffer<Self>, out: &mut Output<Self>) {
        self.0.finalize_fixed_core(buffer, out);
    }
}
