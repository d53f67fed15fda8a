//! What a journey is: a name, and a program on the public API of a client that
//! is written once for the blocking and the async one.

use std::fmt;

use crate::face::Face;
use crate::fault::Fault;
use crate::world::World;

/// A journey.
#[derive(Clone, Copy)]
pub struct Journey {
    /// The service that it is made with.
    pub service: &'static str,
    /// Its name on the command line.
    pub name: &'static str,
    /// The clients that can make it.
    pub faces: &'static [Face],
    /// Whether the service has other hosts when one is down for good.
    pub has_other_hosts: bool,
    /// Whether it is a device's, whose power may be cut.
    pub has_power_cuts: bool,
    /// Makes it to its end, and looks at what is left.
    pub run: fn(&World, Face) -> Result<(), String>,
}

impl Journey {
    /// The faults that it can come to its end with.
    pub fn faults(&self) -> impl Iterator<Item = Fault> {
        let all = Fault::ALL.iter().copied();
        let (other_hosts, power_cuts) = (self.has_other_hosts, self.has_power_cuts);
        all.filter(move |fault| other_hosts || !fault.is_for_good())
            .filter(move |fault| power_cuts || !fault.is_of_power())
    }
}

impl PartialEq for Journey {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Journey {}

impl fmt::Display for Journey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl fmt::Debug for Journey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Journey({})", self.name)
    }
}
