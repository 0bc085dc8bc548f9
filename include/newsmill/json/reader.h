// Reads JSON (RFC 8259) into a flat tree, with the path in every error.
//
//   {"feed": {"item_authors": ["A", 1]}}
//   nodes:  object ─ first ► object "feed" ─ first ► array "item_authors" …
//           A node names its first child and its next sibling by index.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::json {

/// Limits count, they do not measure time: every worker refuses the same.
struct Limits {
  int32_t max_depth = 64;       // of objects and arrays in each other
  int32_t max_nodes = 200'000;  // values of any type
};

/// The limit that a text breaks, if any.
enum class Breach : uint8_t { kNone, kDepth, kNodes };

/// `path` is "$", "$.feed.title", "$.authors[2]"; `message` is what is wrong
/// with the value there, and both are valid UTF-8 and short.
struct Error {
  std::string path;
  std::string message;
  Breach breach = Breach::kNone;

  std::string Sentence() const { return path + ": " + message; }
};

enum class Type : uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };
/// "a string", "an object" …
std::string_view Name(Type type);

class Tree;

/// A value of a Tree, which must outlive it. Cheap to copy.
class Value {
 public:
  Type type() const;
  bool IsString() const { return type() == Type::kString; }
  bool IsObject() const { return type() == Type::kObject; }

  /// REQUIRES: a string. Valid UTF-8; lives as long as the tree.
  std::string_view string() const;
  /// REQUIRES: a number; its text as it was written.
  std::string_view number() const;
  /// REQUIRES: a bool.
  bool boolean() const;

  /// The elements of an array or the members of an object, in their order.
  std::optional<Value> first() const;
  std::optional<Value> next() const;  // the next sibling
  std::string_view key() const;       // of a member, else ""

  /// The member of that key; of duplicate keys, the last. Nothing in a value
  /// that is no object.
  std::optional<Value> Find(std::string_view key) const;

  /// The string member of that key; nothing when absent or null; an error when
  /// it is of another type.
  std::expected<std::optional<std::string_view>, Error> FindString(
      std::string_view key) const;

  std::string path() const;
  /// An Error at this value's path.
  Error Wrong(std::string message) const;
  /// "must be a string, is a number" at this value's path.
  Error WrongType(Type expected) const;

 private:
  friend class Tree;
  friend class TreeBuilder;
  Value(const Tree& tree, int32_t node) : tree_(&tree), node_(node) {}

  const Tree* tree_;
  int32_t node_;
};

/// Owns the text and the nodes that view into it. Not copied: views would
/// keep naming the other's text.
class Tree {
 public:
  /// Copies `text` once and parses the copy in place. A byte-order mark is
  /// skipped. Refused: invalid UTF-8, anything after the value, too deep, too
  /// many values. A lone surrogate escape, which no UTF-8 can hold, becomes
  /// U+FFFD.
  static std::expected<Tree, Error> Parse(std::string_view text,
                                          const Limits& limits = {});

  Tree(Tree&&) noexcept = default;
  Tree& operator=(Tree&&) noexcept = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// REQUIRES: the tree is not moved while the value is in use.
  Value root() const { return {*this, 0}; }

 private:
  friend class Value;
  friend class TreeBuilder;
  struct Node {
    std::string_view key;
    std::string_view text;  // of a string or number
    int32_t parent = -1;
    int32_t first = -1;
    int32_t last = -1;
    int32_t next = -1;
    Type type = Type::kNull;
    bool boolean = false;
  };

  Tree() = default;

  std::vector<char> text_;  // moving it keeps the bytes where they are
  std::vector<Node> nodes_;
};

}  // namespace newsmill::json
