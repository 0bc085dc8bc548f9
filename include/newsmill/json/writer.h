// Writes JSON (RFC 8259) with the keys in the order of the calls.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::json {

/// Appends to a string that must outlive it. What comes out is valid UTF-8
/// whatever goes in: bytes that are none become U+FFFD. Calls must match
///   value  = String | Int | Thousandths | Bool | Null | object | array
///   object = BeginObject ( Key value )* EndObject
///   array  = BeginArray value* EndArray
/// An object may be left open, to be continued by another Writer.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  /// Goes on after a value in an object or array that `out` left open.
  static Writer Continue(std::string& out);

  Writer& BeginObject() { return Open('{'); }
  Writer& EndObject() { return Close('}'); }
  Writer& BeginArray() { return Open('['); }
  Writer& EndArray() { return Close(']'); }
  Writer& Key(std::string_view key);
  Writer& String(std::string_view text);
  Writer& Int(int64_t number);
  /// A number of thousandths as a fraction with three decimals: 1250 is 1.250.
  /// Integers in, so that the bytes are the same everywhere.
  Writer& Thousandths(int64_t thousandths);
  Writer& Bool(bool value);
  Writer& Null();

 private:
  Writer& Open(char bracket);
  Writer& Close(char bracket);
  void Separate();

  std::string& out_;
  bool needs_comma_ = false;
};

/// `text` in quotes, escaped, appended to `out`.
void AppendQuoted(std::string_view text, std::string& out);

}  // namespace newsmill::json
