#include "email.h"

#include <algorithm>
#include <array>
#include <string>

#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::input {
namespace {

// A header may be long, because each relay adds lines at its start.
constexpr int kMaxLines = 200;

/// The header fields that only programs write.
constexpr auto kMachineFields =
    std::to_array<std::string_view>({"received",
                                     "return-path",
                                     "delivered-to",
                                     "message-id",
                                     "mime-version",
                                     "content-transfer-encoding",
                                     "dkim-signature",
                                     "arc-seal",
                                     "arc-message-signature",
                                     "arc-authentication-results",
                                     "authentication-results",
                                     "received-spf",
                                     "list-unsubscribe",
                                     "list-id",
                                     "references",
                                     "in-reply-to",
                                     "envelope-to",
                                     "x-mailer",
                                     "x-received",
                                     "x-original-to",
                                     "x-google-smtp-source"});

/// The header fields that a person may also write at the head of a text.
constexpr auto kPlainFields = std::to_array<std::string_view>(
    {"from", "to", "cc", "bcc", "subject", "date", "reply-to", "sender",
     "content-type", "organization", "importance", "x-priority"});

/// Returns the name of the header field in `line`, in lower case. Returns "" if
/// the line is not the start of a header field.
std::string FieldOf(std::string_view line) {
  constexpr size_t kMaxName = 60;
  const size_t colon = line.substr(0, kMaxName).find(':');
  if (colon == line.npos || colon == 0) return "";
  const std::string_view name = line.substr(0, colon);
  const bool is_name = std::ranges::all_of(
      name, [](char c) { return IsAsciiLetterOrDigit(c) || c == '-'; });
  return is_name ? LowerAscii(name) : "";
}

std::string_view TakeLine(std::string_view& text) {
  const size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// What the header fields of a text say about it.
struct Fields {
  int all = 0;  // fields with a known name
  int machine = 0;
  bool from_address = false;  // the field "From" has an e-mail address
  bool other_plain = false;   // "Subject" or "To"
};

/// Returns what the header at the start of `text` contains. The header ends at
/// the first line that is neither a field nor the continuation of a field.
Fields FieldsOf(std::string_view text) {
  Fields fields;
  for (int i = 0; i < kMaxLines && !text.empty(); ++i) {
    const std::string_view line = TakeLine(text);
    if (i > 0 && (line.starts_with(' ') || line.starts_with('\t'))) continue;
    const std::string name = FieldOf(line);
    if (name.empty()) break;
    const bool is_machine = IsOneOf(name, kMachineFields);
    if (!is_machine && !IsOneOf(name, kPlainFields)) continue;
    ++fields.all;
    fields.machine += is_machine ? 1 : 0;
    if (name == "from" && line.find('@') != line.npos) {
      fields.from_address = true;
    }
    if (name == "subject" || name == "to") fields.other_plain = true;
  }
  return fields;
}

}  // namespace

bool LooksLikeEmail(std::string_view text) {
  text = WithoutByteOrderMark(text);
  while (!text.empty() && (text.front() == '\r' || text.front() == '\n')) {
    text.remove_prefix(1);
  }
  // Mailbox files have a line such as "From a@news.example Tue May 12" first.
  if (text.starts_with("From ") && text.substr(0, 100).contains('@')) {
    TakeLine(text);
  }
  if (text.empty() || !IsAsciiLetter(text.front())) return false;
  const Fields fields = FieldsOf(text);
  if (fields.all < 3) return false;
  return fields.machine > 0 || (fields.from_address && fields.other_plain);
}

}  // namespace newsmill::input
