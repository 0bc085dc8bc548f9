// Writes JSON (RFC 8259) with the keys in the order of the calls.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsmill::json {

/// Appends JSON to a string. The string must outlive the Writer. Writes valid
/// UTF-8: invalid bytes become U+FFFD. Not thread-safe. Calls must match
///   value  = String | Int | Thousandths | Bool | Null | object | array
///   object = BeginObject ( Key value )* EndObject
///   array  = BeginArray value* EndArray
/// A caller may leave an object open, so that another Writer continues it.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  /// Returns a writer that continues after the last value in `out`, in an
  /// object or array that is still open.
  static Writer Continue(std::string& out);

  Writer& BeginObject() { return Open('{'); }
  Writer& EndObject() { return Close('}'); }
  Writer& BeginArray() { return Open('['); }
  Writer& EndArray() { return Close(']'); }
  Writer& Key(std::string_view key);
  Writer& String(std::string_view text);
  Writer& Int(int64_t number);
  /// Writes a number of thousandths with three decimals: 1250 as 1.250. The
  /// parameter is an integer, so that the bytes are the same on every machine.
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

/// Appends `text` to `out`, escaped and in quotes.
void AppendQuoted(std::string_view text, std::string& out);

}  // namespace newsmill::json
