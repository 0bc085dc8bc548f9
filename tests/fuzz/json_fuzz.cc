// JSON that is read and written again is read as the same. Any bytes are
// written as valid JSON.
#include <cstdint>

#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "newsmill/json/reader.h"
#include "newsmill/json/writer.h"

namespace newsmill::json {
namespace {

void Write(const Value& value, Writer& writer) {
  switch (value.type()) {
    case Type::kNull:
      writer.Null();
      return;
    case Type::kBool:
      writer.Bool(value.boolean());
      return;
    case Type::kNumber:  // as text: the tree does not convert numbers
      writer.String(value.number());
      return;
    case Type::kString:
      writer.String(value.string());
      return;
    case Type::kArray:
      writer.BeginArray();
      for (auto v = value.first(); v; v = v->next()) Write(*v, writer);
      writer.EndArray();
      return;
    case Type::kObject:
      writer.BeginObject();
      for (auto v = value.first(); v; v = v->next()) {
        writer.Key(v->key());
        Write(*v, writer);
      }
      writer.EndObject();
      return;
  }
}

std::string Written(const Tree& tree) {
  std::string out;
  Writer writer(out);
  Write(tree.root(), writer);
  return out;
}

void WritesWhatItReads(std::string_view bytes) {
  const auto tree = Tree::Parse(bytes);
  if (!tree) {
    NEWSMILL_CHECK(IsValidUtf8(tree.error().Sentence()));
    return;
  }
  const std::string once = Written(*tree);
  const auto again = Tree::Parse(once);
  NEWSMILL_CHECK(again.has_value());
  NEWSMILL_CHECK(Written(*again) == once);
}

void AnyBytesAreWrittenAsJson(std::string_view bytes) {
  std::string out;
  AppendQuoted(bytes, out);
  const auto tree = Tree::Parse(out);
  NEWSMILL_CHECK(tree.has_value());
  if (IsValidUtf8(bytes)) NEWSMILL_CHECK(tree->root().string() == bytes);
}

}  // namespace
}  // namespace newsmill::json

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string_view view(reinterpret_cast<const char*>(bytes), size);
  newsmill::json::WritesWhatItReads(view);
  newsmill::json::AnyBytesAreWrittenAsJson(view);
  return 0;
}
