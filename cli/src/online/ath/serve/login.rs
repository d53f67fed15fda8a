//! Waiting for users beside the calls: one login for each provider.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What a login has come to.
#[derive(Debug, Clone)]
pub(super) enum Progress {
    /// There is a token.
    Done,
    /// The user has to open this page.
    Page(String),
    /// There is none, and this is why.
    Failed(String),
}

/// The logins that wait.
#[derive(Clone, Default)]
pub(super) struct Logins(Arc<Inner>);

#[derive(Default)]
struct Inner {
    logins: Mutex<HashMap<String, Login>>,
    changed: Condvar,
}

#[derive(Default)]
struct Login {
    page: Option<String>,
    /// Whether a call has answered with the page.
    is_shown: bool,
    end: Option<Result<(), String>>,
}

impl Logins {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Login>> {
        let logins = self.0.logins.lock();
        logins.unwrap_or_else(PoisonError::into_inner)
    }

    /// What the login of a provider comes to within `patience`, and at once when
    /// it has a page that nobody has seen. `log_in` begins one where there is none;
    /// it is given what to do with a page.
    pub(super) fn progress(
        &self,
        provider: &str,
        patience: Duration,
        log_in: impl FnOnce(&dyn Fn(&str)) -> Result<(), String> + Send + 'static,
    ) -> Progress {
        let until = Instant::now() + patience;
        let mut logins = self.lock();
        if !logins.contains_key(provider) {
            logins.insert(provider.to_owned(), Login::default());
            self.begin(provider, log_in);
        }
        loop {
            let Some(login) = logins.get_mut(provider) else {
                return Progress::Failed("the login was given up".to_owned());
            };
            if let Some(end) = login.end.take() {
                logins.remove(provider);
                return match end {
                    Ok(()) => Progress::Done,
                    Err(reason) => Progress::Failed(reason),
                };
            }
            let left = until.saturating_duration_since(Instant::now());
            match &login.page {
                Some(page) if !login.is_shown || left.is_zero() => {
                    let page = page.clone();
                    login.is_shown = true;
                    return Progress::Page(page);
                }
                None if left.is_zero() => {
                    return Progress::Failed("the service takes long: call again".to_owned());
                }
                _ => {}
            }
            let waited = self.0.changed.wait_timeout(logins, left);
            logins = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Logs in on a thread of its own.
    fn begin(
        &self,
        provider: &str,
        log_in: impl FnOnce(&dyn Fn(&str)) -> Result<(), String> + Send + 'static,
    ) {
        let (logins, provider) = (self.clone(), provider.to_owned());
        std::thread::spawn(move || {
            let page = |url: &str| {
                logins.change(&provider, |login| {
                    login.is_shown = false;
                    login.page = Some(url.to_owned());
                });
            };
            let end = log_in(&page);
            logins.change(&provider, |login| login.end = Some(end));
        });
    }

    fn change(&self, provider: &str, change: impl FnOnce(&mut Login)) {
        if let Some(login) = self.lock().get_mut(provider) {
            change(login);
        }
        self.0.changed.notify_all();
    }
}
