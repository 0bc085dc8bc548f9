// Builds a Tree from a JSON text, with RapidJSON's parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "newsmill/json/reader.h"

namespace newsmill::json {

/// Builds one tree. `tree` and `limits` must outlive the builder.
class TreeBuilder {
 public:
  TreeBuilder(Tree& tree, const Limits& limits)
      : tree_(tree), limits_(limits) {}

  /// Copies `text` into the tree and parses the copy. Returns the error, if
  /// there is one.
  std::optional<Error> Build(std::string_view text);

  // rapidjson::Reader calls the next functions for each value that it reads. If
  // one of them returns false, parsing stops, and `refusal_` contains the
  // error.
  bool Null() { return Add(Type::kNull); }
  bool Bool(bool value);
  bool RawNumber(const char* text, unsigned length, bool copy);
  bool String(const char* text, unsigned length, bool copy);
  bool Key(const char* text, unsigned length, bool copy);
  bool StartObject() { return Open(Type::kObject); }
  bool EndObject(unsigned) { return Close(); }
  bool StartArray() { return Open(Type::kArray); }
  bool EndArray(unsigned) { return Close(); }
  // rapidjson::Reader never calls the next functions, because it passes numbers
  // as text.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(int64_t) { return false; }
  bool Uint64(uint64_t) { return false; }
  bool Double(double) { return false; }

 private:
  bool Add(Type type);
  bool Open(Type type);
  bool Close();
  std::optional<Error> Run();
  std::string PathHere() const;

  Tree& tree_;
  const Limits& limits_;
  std::string_view key_;
  bool key_pending_ = false;
  int32_t open_ = -1;  // the innermost open object or array
  int32_t depth_ = 0;
  std::string refusal_;
  Breach breach_ = Breach::kNone;
};

}  // namespace newsmill::json
