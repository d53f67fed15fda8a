/*
 * A device in a conversation, for C++. The conventions are in tokenmint.hpp,
 * the rest is in device.h.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_DEVICE_HPP
#define TOKENMINT_DEVICE_HPP

#include "agora.hpp"
#include "device.h"

namespace tokenmint {
namespace device {

/// A device; it points to the texts. Models and what proves it follow.
inline tokenmint_device device(view app_id, view name, view channel,
                               view agent_uid, view remote_uid) {
  tokenmint_device it = TOKENMINT_DEVICE_INIT;
  it.app_id = app_id.data();
  it.app_id_len = app_id.size();
  it.name = name.data();
  it.name_len = name.size();
  it.channel = channel.data();
  it.channel_len = channel.size();
  it.agent_uid = agent_uid.data();
  it.agent_uid_len = agent_uid.size();
  it.remote_uid = remote_uid.data();
  it.remote_uid_len = remote_uid.size();
  return it;
}

@@ tokenmint_device_

/// An answer that is being read.
class answer {
 public:
  /// Of the request that `step` asks for.
  answer(const tokenmint_device &device, const tokenmint_device_step &step)
      : answer_(TOKENMINT_DEVICE_ANSWER_INIT), is_complete_(false) {
    status_ = tokenmint_device_answer_begin(&device, &step, &answer_);
  }
  /// Whether it was begun.
  std::int32_t status() const { return status_; }
  /// Takes what came next, in pieces of any size.
  TOKENMINT_NODISCARD std::int32_t read(bytes piece) {
    return tokenmint_device_answer_read(&answer_, piece.data(), piece.size(),
                                        &is_complete_);
  }
  bool is_complete() const { return is_complete_; }
  /// The connection has ended.
  TOKENMINT_NODISCARD std::int32_t end() {
    return tokenmint_device_answer_end(&answer_);
  }
  /// Of a library that reads: status and a header, a piece of body, the end.
  TOKENMINT_NODISCARD std::int32_t head(std::uint32_t http_status, view name,
                                        view value) {
    return tokenmint_device_answer_head(&answer_, http_status, name.data(),
                                        name.size(), value.data(),
                                        value.size());
  }
  TOKENMINT_NODISCARD std::int32_t body(bytes piece) {
    return tokenmint_device_answer_body(&answer_, piece.data(), piece.size());
  }
  TOKENMINT_NODISCARD std::int32_t complete() {
    return tokenmint_device_answer_complete(&answer_);
  }
  /// What it says; it points into the answer.
  tokenmint_device_said said() const & {
    tokenmint_device_said said = TOKENMINT_DEVICE_SAID_INIT;
    static_cast<void>(!tokenmint_device_answer_said(&answer_, &said));
    return said;
  }
  tokenmint_device_said said() const && = delete;
  const tokenmint_device_answer *get() const { return &answer_; }

 private:
  tokenmint_device_answer answer_;
  bool is_complete_;
  std::int32_t status_;
};

/// A conversation, from one power cut to the next.
class session {
 public:
  /// `kept` is what the last step to keep wrote, or nothing.
  session(const tokenmint_device &device, bytes kept, std::uint32_t now_ms,
          std::uint32_t random)
      : session_(TOKENMINT_DEVICE_SESSION_INIT) {
    status_ = tokenmint_device_session_begin(&session_, &device, kept.data(),
                                             kept.size(), now_ms, random);
  }
  /// Whether it was begun.
  std::int32_t status() const { return status_; }
  TOKENMINT_NODISCARD std::int32_t start(std::uint32_t now_ms,
                                         std::uint32_t within_ms) {
    return tokenmint_device_session_start(&session_, now_ms, within_ms);
  }
  TOKENMINT_NODISCARD std::int32_t stop(std::uint32_t now_ms,
                                        std::uint32_t within_ms) {
    return tokenmint_device_session_stop(&session_, now_ms, within_ms);
  }
  TOKENMINT_NODISCARD std::int32_t set_clock(std::uint32_t unix_seconds,
                                             std::uint32_t now_ms) {
    return tokenmint_device_session_set_clock(&session_, unix_seconds, now_ms);
  }
  /// What to do next, after an event other than an answer.
  result<tokenmint_device_step> next(const tokenmint_device &device,
                                     std::uint32_t event,
                                     std::uint32_t now_ms) {
    return next_of(device, event, nullptr, now_ms);
  }
  /// What to do next, after an answer.
  result<tokenmint_device_step> next(const tokenmint_device &device,
                                     const answer &read,
                                     std::uint32_t now_ms) {
    return next_of(device, TOKENMINT_DEVICE_EVENT_ANSWERED, read.get(),
                   now_ms);
  }

 private:
  result<tokenmint_device_step> next_of(const tokenmint_device &device,
                                        std::uint32_t event,
                                        const tokenmint_device_answer *answer,
                                        std::uint32_t now_ms) {
    tokenmint_device_step step = TOKENMINT_DEVICE_STEP_INIT;
    const std::int32_t status = tokenmint_device_session_next(
        &session_, &device, event, answer, now_ms, &step);
    return result<tokenmint_device_step>(status, step);
  }

  tokenmint_device_session session_;
  std::int32_t status_;
};

/// A request in pieces: `sink` takes a view and returns whether to go on.
/// `workspace_cap` is room for the token.
template <typename Sink>
TOKENMINT_NODISCARD std::int32_t send(const tokenmint_device &device,
                                      const tokenmint_device_step &step,
                                      Sink sink,
                                      std::size_t workspace_cap = 1024) {
  struct passed {
    static std::int32_t on(void *context, const std::uint8_t *data,
                           std::size_t size) {
      return (*static_cast<Sink *>(context))(bytes(data, size)) ? TOKENMINT_OK
                                                                : -1;
    }
  };
  std::vector<char> workspace(workspace_cap);
  std::size_t needed = 0;
  return tokenmint_device_send(&device, &step, workspace.data(),
                               workspace.size(), &needed, &passed::on, &sink);
}

}  // namespace device
}  // namespace tokenmint

#endif  // TOKENMINT_DEVICE_HPP
