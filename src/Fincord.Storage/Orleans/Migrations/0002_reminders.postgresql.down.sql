DELETE FROM OrleansQuery WHERE QueryKey IN
    ('UpsertReminderRowKey', 'ReadReminderRowKey', 'ReadReminderRowsKey',
     'ReadRangeRows1Key', 'ReadRangeRows2Key', 'DeleteReminderRowKey', 'DeleteReminderRowsKey');
DROP TABLE OrleansRemindersTable;
