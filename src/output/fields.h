// Encodes and decodes the fields of the structs in the fingerprint log, in the
// form that output/log_entry.h describes. An optional value is encoded as a
// flag (u8) and, if the flag is 1, the value.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "newsmill/base/check.h"
#include "newsmill/model/decision.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/hash128.h"
#include "newsmill/model/log_entry.h"
#include "newsmill/model/mark.h"

namespace newsmill::output {

inline constexpr size_t kLongestFieldText = 0xFFFF;

/// True if `T` is `Entry` or const `Entry`. FieldReader passes an `Entry`,
/// because it changes the entry, and FieldWriter passes a const `Entry`. With
/// this concept, one function EachField can list the fields for both.
template <typename T, typename Entry>
concept Either = std::same_as<std::remove_const_t<T>, Entry>;

// ------------------------------------------------ the fields of each struct

void EachField(auto&& /*visit*/, Either<model::UnknownEntry> auto& /*entry*/) {}

void EachField(auto&& visit, Either<model::GenesisEntry> auto& entry) {
  visit(entry.log_id, entry.group, entry.outputs[0], entry.outputs[1],
        entry.outputs[2]);
}

void EachField(auto&& visit, Either<model::RulesEntry> auto& entry) {
  visit(entry.version, entry.window_ms, entry.max_entries, entry.max_step_ms,
        entry.body_jaccard, entry.body_containment, entry.body_least_jaccard,
        entry.lead_jaccard, entry.shared_facts, entry.least_facts,
        entry.jaccard_without_facts, entry.exact_below_shingles,
        entry.strict_below_shingles, entry.strict_jaccard,
        entry.strict_containment, entry.strict_facts, entry.strict_shared_facts,
        entry.shorter, entry.longer, entry.covered, entry.band_candidates,
        entry.candidates);
}

void EachField(auto&& visit, Either<model::ClaimEntry> auto& entry) {
  visit(entry.partition, entry.assignment, entry.next_offset,
        entry.accept_rewind);
}

void EachField(auto&& visit, Either<model::FingerprintEntry> auto& entry) {
  visit(entry.delivery, entry.assignment, entry.committed_offset,
        entry.input_time_ms, entry.record_id, entry.fingerprint);
}

void EachField(auto&& visit, Either<model::RetractEntry> auto& entry) {
  visit(entry.delivery, entry.assignment);
}

void EachField(auto&& visit, Either<model::CommitEntry> auto& entry) {
  visit(entry.partition, entry.assignment, entry.next_offset);
}

void EachField(auto&& visit, Either<model::RangeEntry> auto& entry) {
  visit(entry.topic, entry.from, entry.to, entry.partitions);
}

void EachField(auto&& visit, Either<model::MarkPartEntry> auto& part) {
  visit(part.place, part.nonce, part.number, part.count, part.digest, part.hash,
        part.bytes);
}

void EachField(auto&& visit, Either<model::ObjectionEntry> auto& entry) {
  visit(entry.place, entry.nonce, entry.digest);
}

void EachField(auto&& visit, Either<model::ResetEntry> auto& entry) {
  visit(entry.first_offset);
}

void EachField(auto&& visit, Either<model::PartitionRange> auto& range) {
  visit(range.partition, range.first_offset, range.end_offset);
}

void EachField(auto&& visit, Either<model::Anchor> auto& anchor) {
  visit(anchor.offset, anchor.hash);
}

void EachField(auto&& visit, Either<model::Delivery> auto& delivery) {
  visit(delivery.partition, delivery.offset, delivery.item, delivery.digest);
}

void EachField(auto&& visit, Either<model::Hash128> auto& hash) {
  visit(hash.high, hash.low);
}

void EachField(auto&& visit, Either<model::Decision> auto& decision) {
  visit(decision.relation, decision.of, decision.similarity_permille);
}

void EachField(auto&& visit, Either<model::MarkedLanes> auto& lanes) {
  visit(lanes.log_offset, lanes.full_lanes);
}

void EachField(auto&& visit, Either<model::MarkedPartition> auto& partition) {
  visit(partition.partition, partition.assignment, partition.committed_offset);
}

void EachField(auto&& visit, Either<model::MarkedDelivery> auto& delivery) {
  visit(delivery.delivery, delivery.decision, delivery.log_offset);
}

void EachField(auto&& visit, Either<model::Mark> auto& mark) {
  visit(mark.place, mark.base, mark.first_time_ms, mark.base_time_ms,
        mark.time_ms, mark.genesis, mark.base_rules, mark.rules, mark.texts,
        mark.retracted, mark.lanes, mark.partitions, mark.deliveries,
        mark.digest);
}

void EachField(auto&& visit, Either<model::Fingerprint> auto& fingerprint) {
  visit(fingerprint.version, fingerprint.language, fingerprint.article,
        fingerprint.text, fingerprint.title, fingerprint.body_shingles,
        fingerprint.lead_shingles, fingerprint.body, fingerprint.lead,
        fingerprint.facts);
}

// ------------------------------------------------------ writing and reading

/// Encodes the fields of an entry, and appends them to `bytes_`.
class FieldWriter {
 public:
  explicit FieldWriter(std::string& bytes) : bytes_(bytes) {}

  template <typename... Fields>
  void operator()(const Fields&... fields) {
    (Put(fields), ...);
  }

 private:
  template <std::integral T>
  void Put(T number) {
    const auto bits = static_cast<uint64_t>(number);
    for (size_t i = 0; i < sizeof(T); ++i) {
      bytes_.push_back(static_cast<char>(bits >> (8 * i) & 0xFF));
    }
  }
  void Put(model::Relation relation) { Put(static_cast<uint8_t>(relation)); }
  void Put(const std::string& text) {
    // The texts in entries are names of groups and topics, and the bounds of a
    // replay. The limits of all these texts are at most kLongestFieldText.
    NEWSMILL_CHECK(text.size() <= kLongestFieldText);
    Put(static_cast<uint16_t>(text.size()));
    bytes_ += text;
  }
  template <size_t kSize>
  void Put(const std::array<uint8_t, kSize>& bytes) {
    bytes_.append(bytes.begin(), bytes.end());
  }
  void Put(const std::vector<uint8_t>& bytes) {
    Put(static_cast<uint32_t>(bytes.size()));
    bytes_.append(bytes.begin(), bytes.end());
  }
  template <typename Value>
  void Put(const std::optional<Value>& value) {
    Put(value.has_value());
    if (value) Put(*value);
  }
  template <typename Element>
  void Put(const std::vector<Element>& elements) {
    Put(static_cast<uint32_t>(elements.size()));
    for (const Element& element : elements) Put(element);
  }
  template <typename Struct>
    requires std::is_class_v<Struct>
  void Put(const Struct& fields) {
    EachField(*this, fields);
  }

  std::string& bytes_;
};

/// Decodes the fields of an entry, and removes each field from the start of
/// `bytes_`. After a field that is incomplete or out of range, ok() returns
/// false, and later fields are not read.
class FieldReader {
 public:
  explicit FieldReader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return ok_ && bytes_.empty(); }

  template <typename... Fields>
  void operator()(Fields&... fields) {
    (Take(fields), ...);
  }

 private:
  std::string_view TakeBytes(size_t size) {
    ok_ = ok_ && size <= bytes_.size();
    if (!ok_) return {};
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  template <std::integral T>
  void Take(T& number) {
    const std::string_view taken = TakeBytes(sizeof(T));
    if (!ok_) return;
    uint64_t bits = 0;
    for (size_t i = 0; i < sizeof(T); ++i) {
      bits |= static_cast<uint64_t>(static_cast<unsigned char>(taken[i]))
              << (8 * i);
    }
    number = static_cast<T>(bits);
  }
  void Take(bool& flag) {
    uint8_t byte = 0;
    Take(byte);
    ok_ = ok_ && byte <= 1;
    if (ok_) flag = byte == 1;
  }
  void Take(model::Relation& relation) {
    uint8_t byte = 0;
    Take(byte);
    ok_ = ok_ && byte < model::kRelationCount;
    if (ok_) relation = static_cast<model::Relation>(byte);
  }
  void Take(std::string& text) {
    uint16_t size = 0;
    Take(size);
    text = TakeBytes(size);
  }
  template <size_t kSize>
  void Take(std::array<uint8_t, kSize>& bytes) {
    const std::string_view taken = TakeBytes(kSize);
    for (size_t i = 0; i < taken.size(); ++i) {
      bytes[i] = static_cast<uint8_t>(taken[i]);
    }
  }
  void Take(std::vector<uint8_t>& bytes) {
    uint32_t size = 0;
    Take(size);
    const std::string_view taken = TakeBytes(size);
    bytes.assign(taken.begin(), taken.end());
  }
  template <typename Value>
  void Take(std::optional<Value>& value) {
    bool has_value = false;
    Take(has_value);
    if (ok_ && has_value) Take(value.emplace());
  }
  template <typename Element>
  void Take(std::vector<Element>& elements) {
    uint32_t count = 0;
    Take(count);
    // `count` may be wrong, so memory is not reserved for `count` elements in
    // advance.
    for (uint32_t i = 0; i < count && ok_; ++i) Take(elements.emplace_back());
  }
  template <typename Struct>
    requires std::is_class_v<Struct>
  void Take(Struct& fields) {
    EachField(*this, fields);
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace newsmill::output
