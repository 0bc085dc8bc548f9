// Writes JSON (RFC 8259) with the keys in the order of the calls.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::json {

/// Appends JSON to a string that must outlive it. Writes valid UTF-8: invalid
/// bytes become U+FFFD. Not thread-safe. Calls must match
///   value  = String | Int | Thousandths | Bool | Null | object | array
///   object = BeginObject ( Key value )* EndObject
///   array  = BeginArray value* EndArray
/// An object may be left open, for another Writer to continue.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  /// Returns a writer that continues the object or array that is open at the
  /// end of `out`, after a value.
  static Writer Continue(std::string& out);

  Writer& BeginObject() { return Open('{'); }
  Writer& EndObject() { return Close('}'); }
  Writer& BeginArray() { return Open('['); }
  Writer& EndArray() { return Close(']'); }
  Writer& Key(std::string_view key);
  Writer& String(std::string_view text);
  Writer& Int(int64_t number);
  /// Writes a number of thousandths with three decimals: 1250 as 1.250. Takes
  /// an integer, so that the bytes are the same on every machine.
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

/// Appends `text` to `out`, in quotes and escaped.
void AppendQuoted(std::string_view text, std::string& out);

}  // namespace newsmill::json
