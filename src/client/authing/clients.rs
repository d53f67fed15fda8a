//! How a call is sent, by all clients.

/// Writes `send` of a client that has `run`. First is the marker of its API.
macro_rules! send {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $client:ident; $api:ident) => {
        impl $client {
            /// Sends a call. A refusal is an answer, but that of a token that
            /// the call needs is an error. Dropping a future of it cancels the
            /// call.
            ///
            /// # Errors
            ///
            /// Whatever [`ErrorKind`](crate::http::ErrorKind) lists.
            pub $($async)? fn send<R>(
                &self,
                request: &R,
            ) -> Result<crate::client::authing::Envelope, Error>
            where
                R: crate::client::authing::ApiRequest<Api = $api> + ?Sized,
            {
                self.run(request.operation())$($await)*
            }
        }
    };
}
pub(super) use send;
