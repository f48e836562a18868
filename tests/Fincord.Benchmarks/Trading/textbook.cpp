// The order book as textbooks write it in C++: a sorted map of prices, each with a linked list, and a hash map of orders.
// Reads a file of order stream records and prints events per second, of wall clock and of processor time, and the tape's hash: textbook FILE
#include <algorithm>
#include <chrono>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <functional>
#include <list>
#include <map>
#include <unordered_map>
#include <vector>

struct Record {
    uint8_t action, side;
    uint16_t zero;
    uint32_t id;
    int32_t price;
    uint32_t quantity;
};

struct Order {
    uint32_t id, left;
    uint8_t side;
    int32_t price;
};

using Queue = std::list<Order>;

struct Book {
    std::map<int32_t, Queue, std::greater<>> bids;
    std::map<int32_t, Queue> asks;
    std::unordered_map<uint32_t, Queue::iterator> orders;
    uint64_t hash = 1469598103934665603;

    void mix(uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8) hash = (hash ^ (value >> shift & 0xFF)) * 0x100000001B3;
    }

    template <class Side, class Meets>
    uint32_t match(Side& opposite, const Record& taker, Meets meets) {
        uint32_t left = taker.quantity;
        while (left > 0 && !opposite.empty() && meets(opposite.begin()->first)) {
            Queue& queue = opposite.begin()->second;
            Order& maker = queue.front();
            const uint32_t lots = std::min(left, maker.left);
            mix(maker.id), mix(taker.id), mix((uint32_t)maker.price), mix(lots);
            left -= lots;
            if ((maker.left -= lots) > 0) continue;
            orders.erase(maker.id);
            queue.pop_front();
            if (queue.empty()) opposite.erase(opposite.begin());
        }
        return left;
    }

    template <class Side>
    void rest(Side& side, const Record& record, uint32_t left) {
        Queue& queue = side[record.price];
        orders[record.id] = queue.insert(queue.end(), {record.id, left, record.side, record.price});
    }

    template <class Side>
    void remove(Side& side, Queue::iterator order) {
        const auto level = side.find(order->price);
        level->second.erase(order);
        if (level->second.empty()) side.erase(level);
    }

    void apply(const Record& record) {
        const bool any = record.action == 2;
        if (record.action == 1) {
            const auto found = orders.find(record.id);
            if (found == orders.end()) return;
            const auto order = found->second;
            orders.erase(found);
            if (order->side == 0) remove(bids, order); else remove(asks, order);
        } else if (record.side == 0) {
            const uint32_t left = match(asks, record, [&](int32_t price) { return any || price <= record.price; });
            if (left > 0 && !any) rest(bids, record, left);
        } else {
            const uint32_t left = match(bids, record, [&](int32_t price) { return any || price >= record.price; });
            if (left > 0 && !any) rest(asks, record, left);
        }
    }
};

int main(int count, char** arguments) {
    std::FILE* file = count == 2 ? std::fopen(arguments[1], "rb") : nullptr;
    if (!file) return 2;
    std::vector<Record> records;
    for (Record record; std::fread(&record, sizeof record, 1, file) == 1;) records.push_back(record);
    double best = 0;
    uint64_t hash = 0;
    const std::clock_t processor = std::clock();
    const int passes = 5;
    for (int pass = 0; pass < passes; pass++) {
        Book book;
        const auto start = std::chrono::steady_clock::now();
        for (const Record& record : records) book.apply(record);
        best = std::max(best, records.size() / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        hash = book.hash;
    }
    const double seconds = double(std::clock() - processor) / CLOCKS_PER_SEC;
    std::printf("%.0f %.0f %016" PRIx64 "\n", best, passes * records.size() / seconds, hash);
}
