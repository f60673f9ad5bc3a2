//! Distinguishes public network addresses from those of the reader's own network.
//!
//! A page may redirect to `http://169.254.169.254/` or to a name that leads to `127.0.0.1`: whoever
//! fetches addresses that strangers wrote must not ask the machines behind the firewall for them.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Returns whether everybody on the internet means the same machine by `ip`.
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

/// The IPv4 blocks of the IANA special-purpose registry that are not globally reachable, as address and prefix length.
#[rustfmt::skip]
const SPECIAL_V4: &[([u8; 4], u32)] = &[
    ([0, 0, 0, 0],       8),  // "this network"
    ([10, 0, 0, 0],      8),  // private
    ([100, 64, 0, 0],    10), // shared by customers of one provider (CGNAT)
    ([127, 0, 0, 0],     8),  // loopback
    ([169, 254, 0, 0],   16), // link-local
    ([172, 16, 0, 0],    12), // private
    ([192, 0, 0, 0],     24), // protocol assignments
    ([192, 0, 2, 0],     24), // documentation
    ([192, 88, 99, 0],   24), // 6to4 relays
    ([192, 168, 0, 0],   16), // private
    ([198, 18, 0, 0],    15), // benchmarks
    ([198, 51, 100, 0],  24), // documentation
    ([203, 0, 113, 0],   24), // documentation
    ([224, 0, 0, 0],     3),  // multicast, reserved, broadcast
];

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let bits = u32::from(ip);
    !SPECIAL_V4.iter().any(|(block, prefix)| (bits ^ u32::from(Ipv4Addr::from(*block))) >> (32 - prefix) == 0)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [first, second, third, ..] = ip.segments();
    if let Some(inner) = v4_inside(ip) {
        return is_public_v4(inner);
    }
    // Only 2000::/3 is given out; of it, documentation, ORCHID and benchmarks are special.
    let is_given_out = first >> 13 == 0b001;
    let is_special = (first == 0x2001 && (second == 0x0db8 || second >> 4 == 1 || second >> 4 == 2))
        || (first == 0x2001 && second == 2 && third == 0)
        || (first == 0x3fff && second >> 12 == 0);
    is_given_out && !is_special
}

/// Returns the IPv4 address that an IPv6 address stands for: mapped, NAT64, 6to4 or Teredo.
fn v4_inside(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let segments = ip.segments();
    let pair = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match segments {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            Some(pair(high, low))
        }
        [0x2001, 0, .., high, low] => Some(pair(!high, !low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_ones_own_network_are_told() {
        let check = |ip: &str, public: bool| assert_eq!(is_public(ip.parse().unwrap()), public, "for {ip}");
        for ip in ["8.8.8.8", "100.63.255.255", "100.128.0.0", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"] {
            check(ip, true);
        }
        for ip in ["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.31.0.1"] {
            check(ip, false);
        }
        for ip in ["192.168.1.1", "224.0.0.1", "255.255.255.255", "198.19.0.1", "203.0.113.9"] {
            check(ip, false);
        }
        for ip in ["::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:10.0.0.1"] {
            check(ip, false);
        }
        for ip in ["::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::80ff:fffe", "::127.0.0.1"] {
            check(ip, false);
        }
    }
}
