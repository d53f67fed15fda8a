/*
 * What all C++ headers of tokenmint share: text and bytes of others, results,
 * proof keys. The conventions are in tokenmint.hpp.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_COMMON_HPP
#define TOKENMINT_COMMON_HPP

#include "common.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#if __cplusplus >= 201703L || (defined(_MSVC_LANG) && _MSVC_LANG >= 201703L)
#define TOKENMINT_HPP_STRING_VIEW 1
#include <string_view>
#endif

#ifdef TOKENMINT_HPP_EXCEPTIONS
#include <stdexcept>
#endif

namespace tokenmint {

/// The name of a status.
inline const char *status_name(std::int32_t status) {
  return tokenmint_status_name(status);
}

/// The version of the library: TOKENMINT_VERSION when it is that of the header.
inline std::uint32_t version() { return tokenmint_version(); }

/// Text that somebody else keeps, for as long as the view is used.
class view {
 public:
  view() : data_(nullptr), size_(0) {}
  view(const char *text)
      : data_(text), size_(text == nullptr ? 0 : std::strlen(text)) {}
  view(const char *data, std::size_t size) : data_(data), size_(size) {}
  view(const std::string &text) : data_(text.data()), size_(text.size()) {}
  /// A temporary would be gone before the view.
  view(const std::string &&text) = delete;
#ifdef TOKENMINT_HPP_STRING_VIEW
  view(std::string_view text) : data_(text.data()), size_(text.size()) {}
#endif
  const char *data() const { return data_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::string str() const {
    return size_ == 0 ? std::string() : std::string(data_, size_);
  }

 private:
  const char *data_;
  std::size_t size_;
};

/// A vector or an array that somebody else keeps.
template <typename T>
class list {
 public:
  list() : data_(nullptr), size_(0) {}
  list(const T *data, std::size_t size) : data_(data), size_(size) {}
  list(const std::vector<T> &items)
      : data_(items.empty() ? nullptr : items.data()), size_(items.size()) {}
  /// A temporary would be gone before the list.
  list(const std::vector<T> &&items) = delete;
  template <std::size_t N>
  list(const T (&items)[N]) : data_(items), size_(N) {}
  const T *data() const { return data_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

 private:
  const T *data_;
  std::size_t size_;
};

/// Bytes that somebody else keeps.
typedef list<std::uint8_t> bytes;

/// A text as an element of a list of C.
inline tokenmint_text list_item(view text) {
  tokenmint_text item = {text.data(), text.size()};
  return item;
}

/// A status and, when it is TOKENMINT_OK, a value. What is asked of a temporary
/// result is moved out of it, never a reference into it.
template <typename T>
class result {
 public:
  result(std::int32_t status, T value)
      : status_(status), value_(std::move(value)) {}
  bool ok() const { return status_ == TOKENMINT_OK; }
  explicit operator bool() const { return ok(); }
  std::int32_t status() const { return status_; }
  const char *status_name() const { return tokenmint_status_name(status_); }

  /// The value; after an error an empty one, never half a token.
  const T &value() const & { return value_; }
  T value() && { return std::move(value_); }
  const T &value() const && = delete;
  const T &operator*() const & { return value_; }
  T operator*() && { return std::move(value_); }
  const T &operator*() const && = delete;
  const T *operator->() const & { return &value_; }
  const T *operator->() const && = delete;
  /// The value, moved out.
  T take() { return std::move(value_); }

#ifdef TOKENMINT_HPP_EXCEPTIONS
  /// The value, or a std::runtime_error with the name of the status.
  const T &or_throw() const & {
    judge();
    return value_;
  }
  T or_throw() && {
    judge();
    return std::move(value_);
  }
  const T &or_throw() const && = delete;
#endif

 private:
#ifdef TOKENMINT_HPP_EXCEPTIONS
  void judge() const {
    if (!ok()) {
      throw std::runtime_error(status_name());
    }
  }
#endif
  std::int32_t status_;
  T value_;
};

namespace detail {

/// A text for the time of a call, which may be a temporary.
class text {
 public:
  text(const char *from) : all_(from) {}
  text(view from) : all_(from) {}
  text(const std::string &from) : all_(from.data(), from.size()) {}
#ifdef TOKENMINT_HPP_STRING_VIEW
  text(std::string_view from) : all_(from) {}
#endif
  const char *data() const { return all_.data(); }
  std::size_t size() const { return all_.size(); }

 private:
  view all_;
};

/// A list for the time of a call, which may be a temporary.
template <typename T>
class items {
 public:
  items(list<T> from) : all_(from) {}
  items(const std::vector<T> &from) : all_(from) {}
  template <std::size_t N>
  items(const T (&from)[N]) : all_(from) {}
  const T *data() const { return all_.data(); }
  std::size_t size() const { return all_.size(); }

 private:
  list<T> all_;
};

typedef items<std::uint8_t> octets;

/// Asks for the size, then for the text.
template <typename Call>
result<std::string> write_text(Call call) {
  std::size_t len = 0;
  std::int32_t status = call(nullptr, 0, &len);
  if (status != TOKENMINT_ERR_BUFFER_TOO_SMALL) {
    return result<std::string>(status, std::string());
  }
  std::string text(len, '\0');
  status = call(&text[0], text.size(), &len);
  text.resize(status == TOKENMINT_OK ? len : 0);
  return result<std::string>(status, std::move(text));
}

/// Asks for the size, then for the bytes.
template <typename Call>
result<std::vector<std::uint8_t> > write_bytes(Call call) {
  typedef std::vector<std::uint8_t> buffer;
  std::size_t len = 0;
  std::int32_t status = call(nullptr, 0, &len);
  if (status != TOKENMINT_ERR_BUFFER_TOO_SMALL) {
    return result<buffer>(status, buffer());
  }
  buffer out(len);
  status = call(out.data(), out.size(), &len);
  out.resize(status == TOKENMINT_OK ? len : 0);
  return result<buffer>(status, std::move(out));
}

/// What a credential says, and the memory that this points to: they move
/// together and are not copied. What was moved from is empty.
template <typename Info>
class reading {
 public:
  reading(reading &&other) noexcept : memory_(), info_(nothing()) {
    swap(other);
  }
  reading &operator=(reading &&other) noexcept {
    // Empties `other` first, which may be this one.
    reading taken(std::move(other));
    swap(taken);
    return *this;
  }
  const Info &info() const & { return info_; }
  const Info &info() const && = delete;

 protected:
  explicit reading(std::size_t len = 0) : memory_(len), info_(nothing()) {}
  ~reading() = default;

  std::vector<std::uint8_t> memory_;
  Info info_;

 private:
  static Info nothing() {
    Info info = Info();
    info.struct_size = sizeof info;
    return info;
  }
  void swap(reading &other) noexcept {
    memory_.swap(other.memory_);
    std::swap(info_, other.info_);
  }
};

}  // namespace detail

namespace pkce {

@@ tokenmint_pkce_

}  // namespace pkce

}  // namespace tokenmint

#endif  // TOKENMINT_COMMON_HPP
