#include "tree_builder.h"

// With SSE2 or NEON, RapidJSON scans strings 16 bytes at a time.
#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#elif defined(__ARM_NEON)
#define RAPIDJSON_NEON
#endif
#include "escapes.h"
#include "newsmill/base/utf8.h"
#include "rapidjson/error/en.h"
#include "rapidjson/reader.h"

namespace newsmill::json {
namespace {

// RapidJSON's vector loop reads whole aligned blocks, so it also reads bytes
// after the terminating NUL. The buffer is larger than the text by this many
// bytes.
constexpr size_t kPadding = 17;
constexpr unsigned kFlags = rapidjson::kParseInsituFlag |
                            rapidjson::kParseIterativeFlag |
                            rapidjson::kParseNumbersAsStringsFlag;

Error AtByte(std::string message, size_t byte) {
  return {"$", std::move(message) + " at byte " + std::to_string(byte)};
}

}  // namespace

std::optional<Error> TreeBuilder::Build(std::string_view text) {
  text = WithoutByteOrderMark(text);
  const size_t valid = ValidUtf8Prefix(text);
  if (valid != text.size()) return AtByte("invalid UTF-8", valid);
  // RapidJSON does not find all control characters. It takes NUL as the end of
  // the text, and its vector loop accepts some other control characters.
  const size_t control = FindControlCharacter(text);
  if (control != text.size()) return AtByte("a raw control character", control);

  tree_.text_.reserve(text.size() + kPadding);
  tree_.text_.assign(text.begin(), text.end());
  ReplaceLoneSurrogates(tree_.text_);
  tree_.text_.resize(text.size() + kPadding, '\0');
  return Run();
}

std::optional<Error> TreeBuilder::Run() {
  rapidjson::InsituStringStream stream(tree_.text_.data());
  rapidjson::Reader reader;
  const auto result = reader.Parse<kFlags>(stream, *this);
  if (!result.IsError()) return std::nullopt;
  if (breach_ != Breach::kNone) return Error{PathHere(), refusal_, breach_};
  return Error{PathHere(),
               std::string(rapidjson::GetParseError_En(result.Code())) +
                   " At byte " + std::to_string(result.Offset())};
}

bool TreeBuilder::Bool(bool value) {
  if (!Add(Type::kBool)) return false;
  tree_.nodes_.back().boolean = value;
  return true;
}

bool TreeBuilder::RawNumber(const char* text, unsigned length, bool /*copy*/) {
  if (!Add(Type::kNumber)) return false;
  tree_.nodes_.back().text = {text, length};
  return true;
}

bool TreeBuilder::String(const char* text, unsigned length, bool /*copy*/) {
  if (!Add(Type::kString)) return false;
  tree_.nodes_.back().text = {text, length};
  return true;
}

bool TreeBuilder::Key(const char* text, unsigned length, bool /*copy*/) {
  key_ = {text, length};
  key_pending_ = true;
  return true;
}

bool TreeBuilder::Add(Type type) {
  auto& nodes = tree_.nodes_;
  const auto index = static_cast<int32_t>(nodes.size());
  if (index >= limits_.max_nodes) {
    refusal_ = "more than " + std::to_string(limits_.max_nodes) + " values";
    breach_ = Breach::kNodes;
    return false;
  }
  Tree::Node node;
  node.key = key_pending_ ? key_ : std::string_view();
  node.parent = open_;
  node.type = type;
  key_pending_ = false;
  nodes.push_back(node);
  if (open_ >= 0) {
    Tree::Node& parent = nodes[open_];
    (parent.first < 0 ? parent.first : nodes[parent.last].next) = index;
    parent.last = index;
  }
  return true;
}

bool TreeBuilder::Open(Type type) {
  if (++depth_ > limits_.max_depth) {
    refusal_ = "nested deeper than " + std::to_string(limits_.max_depth);
    breach_ = Breach::kDepth;
    return false;
  }
  if (!Add(type)) return false;
  open_ = static_cast<int32_t>(tree_.nodes_.size()) - 1;
  return true;
}

bool TreeBuilder::Close() {
  open_ = tree_.nodes_[open_].parent;
  --depth_;
  return true;
}

std::string TreeBuilder::PathHere() const {
  if (open_ < 0) return "$";
  std::string path = Value(tree_, open_).path();
  if (key_pending_) {
    path += '.';
    path += TruncateUtf8(key_, 64);
  }
  return path;
}

}  // namespace newsmill::json
