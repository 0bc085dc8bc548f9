// Reads JSON (RFC 8259) into a flat tree. Every error contains the path of a
// value, such as "$.feed.title".
//
//   {"feed": {"item_authors": ["A", 1]}}
//   nodes:  object ─ first ► object "feed" ─ first ► array "item_authors" …
//           A node refers to its first child and its next sibling by index.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::json {

/// The limits of a JSON text. The limits count values. They do not measure
/// time, so every worker rejects the same texts.
struct Limits {
  int32_t max_depth = 64;       // maximum depth of objects and arrays
  int32_t max_nodes = 200'000;  // maximum number of values
};

/// The limit that a text exceeds.
enum class Breach : uint8_t { kNone, kDepth, kNodes };

/// An error at one value. `path` is "$", "$.feed.title" or "$.authors[2]".
/// `message` says what is wrong with the value. `path` and `message` are short
/// and valid UTF-8.
struct Error {
  std::string path;
  std::string message;
  Breach breach = Breach::kNone;

  std::string Sentence() const { return path + ": " + message; }
};

enum class Type : uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };
/// Returns "a string", "an object" …
std::string_view Name(Type type);

class Tree;

/// A value of a Tree. The tree must outlive the Value. A Value is cheap to
/// copy. Any thread may use a Value.
class Value {
 public:
  Type type() const;
  bool IsString() const { return type() == Type::kString; }
  bool IsObject() const { return type() == Type::kObject; }

  /// Returns the string, in valid UTF-8. The view is valid until the tree is
  /// destroyed. REQUIRES: the value is a string.
  std::string_view string() const;
  /// Returns the number as the JSON text contains it, such as "1e3". REQUIRES:
  /// the value is a number.
  std::string_view number() const;
  /// Returns the truth value. REQUIRES: the value is a bool.
  bool boolean() const;

  /// Returns the first element of an array, or the first member of an object.
  /// Example: for (auto e = array.first(); e; e = e->next())
  std::optional<Value> first() const;
  std::optional<Value> next() const;  // the next sibling
  std::string_view key() const;       // the key of a member, or ""

  /// Returns the member `key`. If several members have this key, returns the
  /// last of them. Returns nothing if no member has this key, or if this value
  /// is not an object.
  std::optional<Value> Find(std::string_view key) const;

  /// Returns the string of the member `key`. Returns nothing if the member is
  /// absent or null. Returns an error if the member has another type.
  std::expected<std::optional<std::string_view>, Error> FindString(
      std::string_view key) const;

  /// Returns the path of this value from the root: "$.feed.title".
  std::string path() const;
  /// Returns an Error with `message` and the path of this value.
  Error Wrong(std::string message) const;
  /// Returns an Error with the path of this value and a message such as "must
  /// be a string, is a number".
  Error WrongType(Type expected) const;

 private:
  friend class Tree;
  friend class TreeBuilder;
  Value(const Tree& tree, int32_t node) : tree_(&tree), node_(node) {}

  const Tree* tree_;
  int32_t node_;
};

/// A JSON text and the tree of its values. The nodes of the tree contain views
/// of the text, so a Tree cannot be copied. Immutable after Parse.
class Tree {
 public:
  /// Returns the tree of `text`, or the first error in `text`. An error is
  /// invalid JSON, invalid UTF-8, text after the JSON value, or an exceeded
  /// limit. Skips a byte-order mark. Replaces an escape of a lone surrogate by
  /// U+FFFD. Copies `text` once.
  static std::expected<Tree, Error> Parse(std::string_view text,
                                          const Limits& limits = {});

  Tree(Tree&&) noexcept = default;
  Tree& operator=(Tree&&) noexcept = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// Returns the root of the tree. REQUIRES: the tree is not moved while the
  /// returned Value is in use.
  Value root() const { return {*this, 0}; }

 private:
  friend class Value;
  friend class TreeBuilder;
  struct Node {
    std::string_view key;
    std::string_view text;  // the text of a string or number
    int32_t parent = -1;
    int32_t first = -1;
    int32_t last = -1;
    int32_t next = -1;
    Type type = Type::kNull;
    bool boolean = false;
  };

  Tree() = default;

  std::vector<char> text_;  // a move keeps the address of the bytes
  std::vector<Node> nodes_;
};

}  // namespace newsmill::json
