//! The two directions of `aes` behind a door for one block.

use aes::cipher::consts::{U1, U16, U32};
use aes::cipher::inout::InOut;
use aes::cipher::{
    BlockCipherDecBackend, BlockCipherDecClosure, BlockCipherDecrypt, BlockCipherEncBackend,
    BlockCipherEncClosure, BlockCipherEncrypt, BlockSizeUser, Key, KeyInit, KeySizeUser,
    ParBlocksSizeUser,
};
use aes::{Aes256Dec, Aes256Enc, Block};

/// A direction of the cipher, or a borrow of one as the modes work with it.
pub(crate) struct Single<C>(C);

/// Encrypts.
pub(crate) type Encrypt = Single<Aes256Enc>;

/// Decrypts.
pub(crate) type Decrypt = Single<Aes256Dec>;

impl<C> BlockSizeUser for Single<C> {
    type BlockSize = U16;
}

impl<C> ParBlocksSizeUser for Single<C> {
    type ParBlocksSize = U1;
}

impl<C> KeySizeUser for Single<C> {
    type KeySize = U32;
}

impl<C: KeyInit + KeySizeUser<KeySize = U32>> KeyInit for Single<C> {
    fn new(key: &Key<Self>) -> Self {
        Self(C::new(key))
    }
}

impl BlockCipherEncBackend for Single<&Aes256Enc> {
    #[inline(never)]
    fn encrypt_block(&self, block: InOut<'_, '_, Block>) {
        self.0.encrypt_block_inout(block);
    }
}

impl BlockCipherEncrypt for Encrypt {
    fn encrypt_with_backend(&self, f: impl BlockCipherEncClosure<BlockSize = U16>) {
        f.call(&Single(&self.0));
    }
}

impl BlockCipherDecBackend for Single<&Aes256Dec> {
    #[inline(never)]
    fn decrypt_block(&self, block: InOut<'_, '_, Block>) {
        self.0.decrypt_block_inout(block);
    }
}

impl BlockCipherDecrypt for Decrypt {
    fn decrypt_with_backend(&self, f: impl BlockCipherDecClosure<BlockSize = U16>) {
        f.call(&Single(&self.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    /// Appendix C.3 of FIPS 197.
    #[test]
    fn fips_197() {
        let key: [u8; 32] =
            hex::decode(b"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
                .unwrap();
        let plain: [u8; 16] = hex::decode(b"00112233445566778899aabbccddeeff").unwrap();
        let cipher: [u8; 16] = hex::decode(b"8ea2b7ca516745bfeafc49904b496089").unwrap();
        let mut block = Block::from(plain);
        Encrypt::new(&key.into()).encrypt_block(&mut block);
        assert_eq!(block, Block::from(cipher));
        Decrypt::new(&key.into()).decrypt_block(&mut block);
        assert_eq!(block, Block::from(plain));
    }

    #[test]
    fn rows_of_blocks_are_what_many_at_once_give() {
        for count in 0..=9 {
            let source: [Block; 9] =
                core::array::from_fn(|at| [(at as u8).wrapping_mul(29); 16].into());
            let mut one = source;
            let mut many = source;
            let key = [count as u8; 32].into();
            Encrypt::new(&key).encrypt_blocks(&mut one[..count]);
            Aes256Enc::new(&key).encrypt_blocks(&mut many[..count]);
            assert_eq!(one, many);
            assert_eq!(one[count..], source[count..]);
            Decrypt::new(&key).decrypt_blocks(&mut one[..count]);
            assert_eq!(one, source);
        }
    }
}
