#include "newsmill/json/reader.h"

#include <array>

#include "newsmill/base/check.h"
#include "newsmill/base/utf8.h"
#include "tree_builder.h"

namespace newsmill::json {
namespace {

// Long keys are cut in the path of an error. The error becomes a Kafka header,
// and people read it.
constexpr size_t kMaxKeyInPath = 64;

}  // namespace

std::string_view Name(Type type) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "null", "a boolean", "a number", "a string", "an array", "an object"};
  return kNames.at(static_cast<size_t>(type));
}

Type Value::type() const { return tree_->nodes_[node_].type; }

std::string_view Value::string() const {
  NEWSMILL_CHECK(type() == Type::kString);
  return tree_->nodes_[node_].text;
}

std::string_view Value::number() const {
  NEWSMILL_CHECK(type() == Type::kNumber);
  return tree_->nodes_[node_].text;
}

bool Value::boolean() const {
  NEWSMILL_CHECK(type() == Type::kBool);
  return tree_->nodes_[node_].boolean;
}

std::string_view Value::key() const { return tree_->nodes_[node_].key; }

std::optional<Value> Value::first() const {
  const int32_t first = tree_->nodes_[node_].first;
  if (first < 0) return std::nullopt;
  return Value(*tree_, first);
}

std::optional<Value> Value::next() const {
  const int32_t next = tree_->nodes_[node_].next;
  if (next < 0) return std::nullopt;
  return Value(*tree_, next);
}

std::optional<Value> Value::Find(std::string_view key) const {
  if (!IsObject()) return std::nullopt;
  std::optional<Value> found;
  for (auto member = first(); member; member = member->next()) {
    if (member->key() == key) found = member;
  }
  return found;
}

std::expected<std::optional<std::string_view>, Error> Value::FindString(
    std::string_view key) const {
  const auto member = Find(key);
  if (!member || member->type() == Type::kNull) return std::nullopt;
  if (!member->IsString()) {
    return std::unexpected(member->WrongType(Type::kString));
  }
  return member->string();
}

std::string Value::path() const {
  const auto& node = tree_->nodes_[node_];
  if (node.parent < 0) return "$";
  const Value parent(*tree_, node.parent);
  std::string path = parent.path();
  if (parent.IsObject()) {
    path += '.';
    path += TruncateUtf8(node.key, kMaxKeyInPath);
    return path;
  }
  int32_t index = 0;
  for (int32_t i = tree_->nodes_[node.parent].first; i != node_;
       i = tree_->nodes_[i].next) {
    ++index;
  }
  return path + '[' + std::to_string(index) + ']';
}

Error Value::Wrong(std::string message) const {
  return {path(), std::move(message)};
}

Error Value::WrongType(Type expected) const {
  std::string message = "must be ";
  message += Name(expected);
  message += ", is ";
  message += Name(type());
  return Wrong(std::move(message));
}

std::expected<Tree, Error> Tree::Parse(std::string_view text,
                                       const Limits& limits) {
  Tree tree;
  TreeBuilder builder(tree, limits);
  if (auto error = builder.Build(text)) {
    return std::unexpected(*std::move(error));
  }
  return tree;
}

}  // namespace newsmill::json
