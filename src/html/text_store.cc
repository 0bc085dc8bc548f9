#include "newsmill/html/text_store.h"

#include <cstring>
#include <limits>

namespace newsmill::html {

bool TextStore::HasRoom(size_t bytes) {
  const size_t end = changed_base() + changed_.size() + bytes;
  if (end <= std::numeric_limits<uint32_t>::max()) return true;
  overflowed_ = true;
  return false;
}

void TextStore::Append(std::string_view text) {
  if (!HasRoom(text.size())) return;
  changed_.insert(changed_.end(), text.begin(), text.end());
}

void TextStore::Append(TextSpan span) {
  if (span.offset < changed_base()) return Append(View(span));
  if (!HasRoom(span.length)) return;
  const size_t old_size = changed_.size();
  changed_.resize(old_size + span.length);
  std::memcpy(changed_.data() + old_size, View(span).data(), span.length);
}

TextSpan TextStore::Join(TextSpan first, TextSpan second, uint32_t* room) {
  if (first.end() == second.offset) {
    *room = 0;
    return {first.offset, first.length + second.length};
  }
  const size_t base = changed_base();
  if (second.length <= *room) {
    std::memcpy(changed_.data() + (first.end() - base), View(second).data(),
                second.length);
    *room -= second.length;
    return {first.offset, first.length + second.length};
  }
  if (first.offset >= base && first.end() == end()) {
    Append(second);
    return Since(first.offset);
  }
  const size_t length = size_t{first.length} + second.length;
  if (!HasRoom(2 * length)) return first;
  const uint32_t begin = end();
  Append(first);
  Append(second);
  changed_.resize(changed_.size() + length);
  *room = static_cast<uint32_t>(length);
  return {begin, static_cast<uint32_t>(length)};
}

}  // namespace newsmill::html
