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
/// A caller may leave an object open, so that another Writer can continue the
/// object.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  /// Returns a writer that continues an open object or array at the end of
  /// `out`. REQUIRES: the object or array contains at least one value.
  static Writer Continue(std::string& out);

  Writer& BeginObject() { return Open('{'); }
  Writer& EndObject() { return Close('}'); }
  Writer& BeginArray() { return Open('['); }
  Writer& EndArray() { return Close(']'); }
  Writer& Key(std::string_view key);
  Writer& String(std::string_view text);
  Writer& Int(int64_t number);
  /// Writes `thousandths` / 1000 with three decimals: 1250 becomes 1.250. The
  /// parameter is an integer, so that every machine writes the same bytes.
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

/// Appends `text` to `out` as a JSON string, with escapes and quotes.
void AppendQuoted(std::string_view text, std::string& out);

}  // namespace newsmill::json
