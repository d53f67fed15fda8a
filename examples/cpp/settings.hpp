// What the library leaves to the program: a clock, randomness, secrets.

#ifndef SETTINGS_HPP
#define SETTINGS_HPP

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

/// Unix seconds, UTC.
inline std::uint32_t now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint32_t>(
      std::chrono::duration_cast<std::chrono::seconds>(since).count());
}

/// Random bytes of the operating system.
inline std::vector<std::uint8_t> random_bytes(std::size_t count) {
  std::random_device source;
  std::vector<std::uint8_t> out(count);
  for (auto &byte : out) {
    byte = static_cast<std::uint8_t>(source() & 0xff);
  }
  return out;
}

/// An environment variable, or `fallback` where it is not set.
inline std::string setting(const char *name, const char *fallback) {
  const char *value = std::getenv(name);
  return value == nullptr ? fallback : value;
}

#endif
