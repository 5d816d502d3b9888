//! The machine that a request came from: its address, for limits, and its browser, for the list of sessions.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use crate::App;

/// Who called, as far as the network tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The network that attempts are counted for.
    pub network: String,
    /// What the browser says of itself.
    pub agent: String,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        let network = address(peer, &parts.headers).map_or_else(|| "unknown".to_owned(), network);
        Ok(Self { network, agent: agent.unwrap_or_default().to_owned() })
    }
}

/// The caller's address. A proxy on this machine or in its private network is believed when it
/// names the caller; what the caller itself has put in front of that name is not.
fn address(peer: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    let named = headers.get_all("x-forwarded-for").iter().next_back();
    let named = named.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    match peer {
        Some(proxy) if is_near(proxy) => named.or(peer),
        _ => peer,
    }
}

fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local(),
    }
}

/// A single IPv4 address, or the /64 that one household or office has in IPv6.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(forwarded: &str) -> HeaderMap {
        HeaderMap::from_iter([("x-forwarded-for".parse().unwrap(), forwarded.parse().unwrap())])
    }

    #[test]
    fn only_a_near_proxy_may_name_the_caller() {
        let far = Some("203.0.113.9".parse().unwrap());
        let near = Some("127.0.0.1".parse().unwrap());
        let claimed = headers("10.9.9.9, 198.51.100.7");
        assert_eq!(address(far, &claimed), far);
        assert_eq!(address(near, &claimed), Some("198.51.100.7".parse().unwrap()));
        assert_eq!(address(near, &HeaderMap::new()), near);
    }

    #[test]
    fn a_household_counts_as_one() {
        assert_eq!(network("2001:db8:1:2:3:4:5:6".parse().unwrap()), "2001:db8:1:2::/64");
        assert_eq!(network("::ffff:192.0.2.1".parse().unwrap()), "192.0.2.1");
    }
}
